"""A page for each dataset, from the descriptor: complete, light, linked, and written only when its text changes."""

import html
import json
import re
import subprocess
import sys

import pytest

from coursekit import sources
from coursekit.book.dataset_pages import cited, copy_downloads, page_text, read_rows, write_dataset_pages
from coursekit.course import read_course
from coursekit.datasets.descriptor import read_package
from coursekit.datasets.tables import dataset_names
from tests.course import COURSE

FOLDER = COURSE.folder / "datasets"
PACKAGE = read_package(FOLDER)
ROWS = {table.name: read_rows(FOLDER, table) for table in PACKAGE.resources}
SOURCES = ROWS["sources"]


def page_of(name):
    return page_text(COURSE, PACKAGE, PACKAGE.tables[name], ROWS)


@pytest.mark.parametrize("name", dataset_names(COURSE))
def test_page_says_everything_that_the_descriptor_says(name):
    table, text = PACKAGE.tables[name], html.unescape(page_of(name))
    assert table.coding
    for sentence in (table.description, table.coding, *table.conflicts, *table.gaps):
        assert sentence in text
    for field in table.fields:
        assert f'id="column-{field.name}"' in text
        assert field.description in text
        terms = field.list_rule.enum if field.list_rule else field.constraints.enum
        definitions = PACKAGE.vocabularies.get(field.vocabulary, {})
        for term in terms:
            assert f"<code>{term}</code>" in text
            assert definitions.get(term, "") in text


@pytest.mark.parametrize("name", dataset_names(COURSE))
def test_page_is_light_and_names_each_id_once(name):
    text = page_of(name)
    without_sources = re.sub(r'<details class="dataset-sources">.*?</details>', "", text, flags=re.DOTALL)
    assert len(without_sources.encode()) < 60_000
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", dataset_names(COURSE))
def test_page_leads_only_to_tables_downloads_and_sources_that_exist(name):
    ids = {source["source_id"] for source in SOURCES}
    for address in re.findall(r'href="([^"]+)"', page_of(name)):
        page, _, anchor = address.partition("#")
        if page == "../references.html":
            assert not anchor or anchor.removeprefix("source-") in ids
        elif page.startswith("../../data/"):
            assert (FOLDER / page.removeprefix("../../data/")).is_file()
        elif not page.startswith("https://creativecommons.org/"):
            assert page.removesuffix(".html") in PACKAGE.tables


@pytest.mark.parametrize("name", [name for name in dataset_names(COURSE) if name != "sources"])
def test_page_lists_the_sources_that_the_rows_cite(name):
    table = PACKAGE.tables[name]
    listed = {source["source_id"] for source in cited(table, ROWS[name], "sources", SOURCES)}
    assert listed == set(sources(name)["source_id"])


def small_course(folder, rows="one,Accra <b>,GHA;PER,1\n"):
    fields = [
        {"name": "place_id", "title": "Place", "type": "string", "description": "Short name."},
        {"name": "name", "title": "Name", "type": "string", "description": "Its name & more."},
        {"name": "codes", "title": "Codes", "type": "string", "description": "Codes.", "list": {"separator": ";"}},
        {"name": "size", "title": "Size", "type": "number", "description": "How large.", "unit": "hectares"},
    ]
    table = {"name": "places", "path": "places.csv", "title": "Places", "description": "One row is a place."}
    table["schema"] = {"fields": fields, "primaryKey": ["place_id"]}
    (folder / "datasets").mkdir(exist_ok=True)
    (folder / "course.yml").write_text("{id: small, title: Small}", encoding="utf-8")
    (folder / "datasets/datapackage.json").write_text(json.dumps({"name": "s", "resources": [table]}), encoding="utf-8")
    (folder / "datasets/places.csv").write_text(f"place_id,name,codes,size\n{rows}", encoding="utf-8")
    return folder


def small_page(folder):
    write_dataset_pages(read_course(folder))
    return (folder / "book/datasets/places.md").read_text(encoding="utf-8")


def test_cells_are_text_whatever_stands_in_them(tmp_path):
    text = small_page(small_course(tmp_path))
    assert '<th scope="row">one</th><td>Accra &lt;b&gt;</td><td>GHA; PER</td><td>1</td>' in text


def test_long_cell_is_cut_in_the_preview(tmp_path):
    text = small_page(small_course(tmp_path, f"one,{'word ' * 40},GHA,\n"))
    (cell,) = re.findall(r"<td>(word [^<]*)</td>", text)
    assert cell.endswith("word …")
    assert len(cell) <= 90


def test_preview_shows_the_first_rows_only(tmp_path):
    text = small_page(small_course(tmp_path, "".join(f"p{number},Name,GHA,\n" for number in range(30))))
    assert "8 of 30 rows" in text
    assert '<th scope="row">p7</th>' in text
    assert "p8" not in text


def test_column_shows_unit_and_gaps(tmp_path):
    text = small_page(small_course(tmp_path, "one,Accra,GHA,1\ntwo,Lima,PER,\n"))
    assert "Number, in hectares. Empty in 1 of 2 rows." in text


def test_table_without_known_conflicts_says_so(tmp_path):
    assert "<p>None is known.</p>" in small_page(small_course(tmp_path))


def test_page_is_written_again_only_when_its_text_changes(tmp_path):
    small_page(small_course(tmp_path))
    page = tmp_path / "book/datasets/places.md"
    before = page.stat().st_mtime_ns
    write_dataset_pages(read_course(tmp_path))
    assert page.stat().st_mtime_ns == before
    assert "Lima" in small_page(small_course(tmp_path, "one,Lima,PER,1\n"))


def test_page_of_a_table_that_is_gone_is_removed(tmp_path):
    small_page(small_course(tmp_path))
    (tmp_path / "book/datasets/gone.md").write_text("# Gone\n", encoding="utf-8")
    write_dataset_pages(read_course(tmp_path))
    assert [path.name for path in (tmp_path / "book/datasets").iterdir()] == ["places.md"]


def test_downloads_are_the_files_themselves(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/gone.csv").write_text("of a table that is gone", encoding="utf-8")
    copy_downloads(COURSE, tmp_path)
    assert not (tmp_path / "data/gone.csv").exists()
    for name in ("datapackage.json", *(table.path for table in PACKAGE.resources)):
        assert (tmp_path / "data" / name).read_bytes() == (FOLDER / name).read_bytes()


def test_a_fictional_table_keeps_its_folder_and_goes_with_its_entry(small_course, tmp_path):
    towns = {"name": "towns", "path": "fictional/towns.csv", "schema": {"fields": [{"name": "town", "type": "string"}]}}
    cells = {"title": "A paper", "publisher": "", "year": "2013", "url": "", "kind": "paper"}
    columns = [{"name": name, "type": "string"} for name in cells]
    package = json.loads(small_course.files["datasets/datapackage.json"])
    package["resources"][0]["schema"]["fields"] += columns
    table = [["source_id", *cells], ["seed-004", *cells.values()]]
    small_course.files["datasets/sources.csv"] = "".join(f"{','.join(row)}\n" for row in table)
    for resources in ([*package["resources"], towns], package["resources"]):
        small_course.files["datasets/datapackage.json"] = json.dumps({**package, "resources": resources})
        small_course.files["datasets/fictional/towns.csv"] = "town\nTanhult\n"
        course = read_course(small_course.write())
        for _ in range(2):
            copy_downloads(course, tmp_path)
        copied = {path.relative_to(tmp_path / "data").as_posix() for path in (tmp_path / "data").rglob("*.csv")}
        assert copied == {table["path"] for table in resources}


def test_pages_need_no_pandas():
    script = "import sys, coursekit.book.dataset_pages, coursekit.notebooks.source_map; print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
