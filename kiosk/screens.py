"""Every page of the kiosk and the QML that shows it: whoever looks at all screens looks here."""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.pages import (
    Booking,
    Card,
    Choice,
    Details,
    Digits,
    Done,
    Filed,
    Find,
    Help,
    Home,
    Items,
    Mine,
    Notice,
    OtherWays,
    Page,
    Pin,
    Rate,
    Staff,
    Told,
)

SCREENS: Mapping[type[Page], str] = MappingProxyType(
    {
        Home: "HomePage",
        Items: "ItemsPage",
        Details: "DetailsPage",
        Done: "DonePage",
        Told: "ToldPage",
        Booking: "BookingPage",
        Card: "CardPage",
        Choice: "ChoicePage",
        Digits: "DigitsPage",
        Filed: "FiledPage",
        OtherWays: "OtherWaysPage",
        Notice: "NoticePage",
        Help: "HelpPage",
        Find: "FindPage",
        Mine: "MinePage",
        Rate: "RatePage",
        Pin: "PinPage",
        Staff: "StaffPage",
    }
)
"""Page → its file in qml/Kiosk, without `.qml`."""
