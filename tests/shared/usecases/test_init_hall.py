"""Setting a hall up, again, and where it cannot be."""

from pathlib import Path

import pytest

from shared.domain.errors import BadInput, Unavailable
from shared.usecases.init_hall import init_hall
from shared.usecases.list_catalog import list_catalog
from tests.support.halls import SAMPLE, SampleHall


def test_a_new_hall_offers_the_whole_catalogue(hall: SampleHall) -> None:
    listed = list_catalog(hall.ctx)
    assert len(listed) == 336
    assert all(hall.ctx.hall.windows_for(entry.queue) for entry in listed)


def test_setting_up_again_keeps_what_is_there(hall: SampleHall) -> None:
    hall.numbers(2)
    hall.rewrite(('emblem = "罗"', 'emblem = "江"'))
    again = init_hall(hall.folder, SAMPLE)
    assert again.hall.emblem == "江"
    again.database.dispose()
    assert hall.numbers(1) == ["C003"]


def test_an_unknown_sample_names_those_that_exist(tmp_path: Path) -> None:
    for name in ("nowhere", "../halls/luojiang", ""):
        with pytest.raises(BadInput, match="there is no sample hall") as caught:
            init_hall(tmp_path / "hall", name)
        assert SAMPLE in caught.value.hint
    assert not (tmp_path / "hall").exists()


def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match="cannot be written") as caught:
        init_hall(tmp_path / "file" / "hall", SAMPLE)
    assert caught.value.hint


def test_an_address_of_no_database_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="not a database we know"):
        init_hall(tmp_path / "hall", SAMPLE, "foo://x")
    assert not (tmp_path / "hall").exists()


@pytest.mark.postgres_only("a server keeps what it is given")
def test_on_a_server_nothing_of_the_database_lies_in_the_folder(hall: SampleHall) -> None:
    assert [path.name for path in hall.folder.iterdir()] == ["hall.toml"]


def test_an_existing_hall_is_not_silently_kept_elsewhere(hall: SampleHall) -> None:
    for url in ("sqlite:///other.db", "postgresql+psycopg://postgres@localhost/other"):
        with pytest.raises(BadInput, match="names another database already") as caught:
            init_hall(hall.folder, SAMPLE, url)
        assert "[database]" in caught.value.hint


def test_the_database_may_lie_elsewhere(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'other.db'}"
    for _ in range(2):  # the same words again change nothing
        ctx = init_hall(tmp_path / "hall", SAMPLE, url)
        assert ctx.config.database_url == url
        ctx.database.dispose()
    assert (tmp_path / "other.db").is_file()
    assert not (tmp_path / "hall" / "hall.db").exists()
