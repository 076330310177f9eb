"""Every table of this program: they are known once their modules are loaded."""

from shared.storage import case_tables, guide_tables, orm
from shared.storage.declared import Base

MODULES = (orm, case_tables, guide_tables)
METADATA = Base.metadata
