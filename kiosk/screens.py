"""Every page of the kiosk and the QML that shows it: whoever looks at all screens looks here."""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.pages import (
    Choice,
    Details,
    Digits,
    Done,
    Filed,
    Help,
    Home,
    Items,
    Notice,
    OtherWays,
    Page,
)

SCREENS: Mapping[type[Page], str] = MappingProxyType(
    {
        Home: "HomePage",
        Items: "ItemsPage",
        Details: "DetailsPage",
        Done: "DonePage",
        Choice: "ChoicePage",
        Digits: "DigitsPage",
        Filed: "FiledPage",
        OtherWays: "OtherWaysPage",
        Notice: "NoticePage",
        Help: "HelpPage",
    }
)
"""Page → its file in qml/Kiosk, without `.qml`."""
