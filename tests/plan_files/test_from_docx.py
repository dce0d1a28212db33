"""Plans in Word files: repeated heads, lists, nested tables, tracked changes."""

from __future__ import annotations

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from tests.plan_files.conftest import HEAD, fault_of, remarks_of, table_of
from wres_report.faults import ExitStatus
from wres_report.plan_files.importing import import_plan


def test_a_repeated_head_goes_on_and_a_table_without_one_does_too(document) -> None:
    def build(word) -> None:
        word.add_paragraph("Our plan")
        table_of(word, [["On track", "Delivered", "Critical", ""], HEAD, ["Metric 1", "A", "", ""]])
        table_of(word, [HEAD, ["", "B", "HR", ""]])
        table_of(word, [["Metric 2", "C", "HR", ""]])
        table_of(word, [["", *HEAD[1:]], ["GENERAL ACTIONS", "D", "HR", ""]])

    imported = import_plan(document(build))
    found = [(a.indicators, a.action) for a in imported.actions]
    assert found == [("1", "A"), ("1", "B"), ("2", "C"), ("general", "D")]
    assert "table 3" in remarks_of(imported, "going_on")
    assert "On track" in remarks_of(imported, "above")
    assert "paragraphs outside of the tables (1)" in remarks_of(imported, "text")


def test_lists_merged_cells_and_nested_tables_of_a_document_are_read(document) -> None:
    def build(word) -> None:
        table = table_of(word, [
            [*HEAD, "Progress"], ["Metric 4", "", "HR", "May 2022", ""], ["", "Ask", "", "", ""],
            ["Feeling valued", "", "", "", ""], ["Metric 5", "", "OD", "", ""],
        ])  # fmt: skip
        cell = table.cell(1, 1)
        cell.text = "Review:"
        for text in ("adverts", "panels"):
            cell.add_paragraph(text, style="List Bullet")
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(1, 2).merge(table.cell(2, 2))
        table.cell(3, 0).merge(table.cell(3, 4))
        number = table.cell(4, 1)
        number.paragraphs[0].text, number.paragraphs[0].style = "Train", "List Number"
        number.add_paragraph("Fund", style="List Number")
        inner = table.cell(1, 4).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "Begun", "in May"

    imported = import_plan(document(build))
    found = [(a.id, a.indicators, a.theme, a.action, a.sub_actions) for a in imported.actions]
    assert found == [
        ("4.1", "4", "", "Review:", ("adverts", "panels")),
        ("4.2", "4", "", "Ask", ()),
        ("5.1", "5", "Feeling valued", "Train", ()),
        ("5.2", "5", "Feeling valued", "Fund", ()),
    ]
    assert imported.actions[0].progress == "Begun in May"
    assert imported.actions[1].lead == ("HR",)
    assert remarks_of(imported, "nested")


def test_tracked_changes_are_read_as_if_accepted(document) -> None:
    def build(word) -> None:
        table = table_of(word, [HEAD, ["1", "Train", "HR", "May"]])
        paragraph = table.cell(1, 1).paragraphs[0]
        inserted = OxmlElement("w:ins")
        run = paragraph.add_run(" all panels")
        paragraph._p.append(inserted)
        inserted.append(run._r)

    imported = import_plan(document(build))
    assert imported.actions[0].action == "Train all panels"
    assert "accepted" in remarks_of(imported, "changes")


def test_deleted_and_wrapped_rows_breaks_and_shades_of_a_document_are_read(document) -> None:
    def build(word) -> None:
        texts = ("Gone", "Kept", "Wrapped")
        plan = [["1", text, "HR", "May", ""] for text in texts]
        table = table_of(word, [[*HEAD, "RAG"], *plan])
        rows = table._tbl.tr_lst
        rows[1].get_or_add_trPr().append(OxmlElement("w:del"))
        wrapper, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        rows[3].addprevious(wrapper)
        wrapper.append(content)
        content.append(rows[3])
        run = table.cell(2, 1).paragraphs[0].runs[0]
        run.add_break()
        run.add_text("for good")
        shade = OxmlElement("w:shd")
        shade.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}fill", "FF0000")
        table.cell(2, 4)._tc.get_or_add_tcPr().append(shade)

    imported = import_plan(document(build))
    assert [a.action for a in imported.actions] == ["Kept for good", "Wrapped"]
    assert "table 1, row 2" in remarks_of(imported, "changes")
    assert "table 1, row 3, column 5" in remarks_of(imported, "colour")


def test_a_plan_in_a_table_within_a_table_is_found(document) -> None:
    def build(word) -> None:
        outer = word.add_table(1, 2)
        outer.cell(0, 0).text = "Our plan"
        inner = outer.cell(0, 1).add_table(2, 4)
        for column, text in enumerate(HEAD):
            inner.cell(0, column).text = text
        for column, text in enumerate(["1", "Train", "HR", "May"]):
            inner.cell(1, column).text = text

    imported = import_plan(document(build))
    assert imported.actions[0].action == "Train"
    assert imported.table == "table 2, head in row 1"


def test_tables_of_a_document_can_be_named(document) -> None:
    def build(word) -> None:
        table_of(word, [HEAD, ["1", "A", "", ""]])
        table_of(word, [HEAD, ["2", "B", "", ""]])

    path = document(build)
    assert [a.action for a in import_plan(path, tables=[2]).actions] == ["B"]
    assert [a.action for a in import_plan(path, tables=[2, 1]).actions] == ["B", "A"]
    assert fault_of(import_plan, path, sheet="A", status=ExitStatus.USAGE)


def test_a_word_outside_every_table_is_no_plan(document) -> None:
    fault = fault_of(import_plan, document(lambda word: word.add_paragraph("Action: train")))
    assert "no table" in fault.what


def xml(inner: str):
    return parse_xml(inner.replace(">", f" {nsdecls('w')}>", 1))


def test_a_date_control_that_nobody_has_touched_is_no_date(document) -> None:
    control = (
        "<w:sdt><w:sdtPr>{}<w:date><w:dateFormat w:val='dd/MM/yyyy'/></w:date></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"
    )

    def build(word) -> None:
        table = table_of(word, [HEAD, ["1", "Train", "HR", ""], ["1", "Fund", "HR", ""]])
        untouched = control.format("<w:showingPlcHdr/>", "Click or tap to enter a date.")
        table.cell(1, 3).paragraphs[0]._p.append(xml(untouched))
        table.cell(2, 3).paragraphs[0]._p.append(xml(control.format("", "31 March 2024")))

    imported = import_plan(document(build))
    assert [a.timeframe for a in imported.actions] == ["", "31 March 2024"]
    assert "table 1, row 2, column 4" in remarks_of(imported, "placeholder")


def test_struck_and_hidden_text_does_not_join_the_new(document) -> None:
    def build(word) -> None:
        table = table_of(word, [HEAD, ["1", "Train", "HR", ""]])
        paragraph = table.cell(1, 3).paragraphs[0]
        paragraph.add_run("March 2023 ").font.strike = True
        paragraph.add_run("March 2024")
        paragraph.add_run(" (was 2022)").font.hidden = True

    imported = import_plan(document(build))
    assert imported.actions[0].timeframe == "March 2024"
    assert "struck through" in remarks_of(imported, "changes")
    assert "hidden" in remarks_of(imported, "hidden")


def test_words_of_links_fields_and_moves_stand_in_their_cells_and_note_marks_do_not(
    document,
) -> None:
    def build(word) -> None:
        table = table_of(word, [HEAD, ["1", "", "HR", ""]])
        paragraph = table.cell(1, 1).paragraphs[0]
        for part in (
            "<w:moveFrom w:id='1' w:author='A'><w:r><w:t>Gone </w:t></w:r></w:moveFrom>",
            "<w:moveTo w:id='2' w:author='A'><w:r><w:t>Train</w:t></w:r></w:moveTo>",
            "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>",
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
            "<w:r><w:instrText> REF panels </w:instrText></w:r>",
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
            "<w:r><w:t xml:space='preserve'> all panels</w:t></w:r>",
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        ):
            paragraph._p.append(xml(part))

    assert import_plan(document(build)).actions[0].action == "Train all panels"


def test_the_state_chosen_in_a_form_is_read_and_a_drawn_formula_is_told(document) -> None:
    names = nsdecls("w")
    choice = (
        f'<w:r {names}><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="Open"/><w:listEntry w:val="Complete"/></w:ddList></w:ffData>'
        "</w:fldChar></w:r>"
    )
    end = f'<w:r {names}><w:fldChar w:fldCharType="end"/></w:r>'
    formula = f"<w:r {names}><w:instrText> EQ \\f(1,6) </w:instrText></w:r>"
    begin = f'<w:r {names}><w:fldChar w:fldCharType="begin"/></w:r>'

    def build(word) -> None:
        table = table_of(word, [[*HEAD, "RAG"], ["Metric 4", "Review", "HR", "May 2022", ""]])
        for part in (choice, end):
            table.cell(1, 4).paragraphs[0]._p.append(parse_xml(part))
        for part in (begin, formula, end):
            table.cell(1, 1).paragraphs[0]._p.append(parse_xml(part))

    imported = import_plan(document(build))
    assert [(one.action, one.rag) for one in imported.actions] == [("Review", "Complete")]
    assert "formulas that only Word draws" in remarks_of(imported, "formula")
