"""Every page of the kiosk and the QML that shows it: whoever looks at all screens looks here."""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.pages import Booking, Card, Details, Done, Help, Home, Items, Notice, Page, Told

SCREENS: Mapping[type[Page], str] = MappingProxyType(
    {
        Home: "HomePage",
        Items: "ItemsPage",
        Details: "DetailsPage",
        Done: "DonePage",
        Told: "ToldPage",
        Booking: "BookingPage",
        Card: "CardPage",
        Notice: "NoticePage",
        Help: "HelpPage",
    }
)
"""Page → its file in qml/Kiosk, without `.qml`."""
