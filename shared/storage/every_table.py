"""Every table of this program: they are known once their modules are loaded."""

from shared.storage import case_tables, duty_tables, guide_tables, orm, staff_tables
from shared.storage.declared import Base

MODULES = (orm, case_tables, duty_tables, guide_tables, staff_tables)
METADATA = Base.metadata
