"""Any text, split into any runs and with any tracked change, is read as it is displayed."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.word_tools import control, deleted, field, inserted, p, t, text_box, word_file
from wres_report.documents.reading import read_document

FIGURES = st.decimals(min_value=0, max_value=100, places=2).map(lambda n: f"{n} %")
HIDDEN = (
    deleted("9"), inserted(t("8"), "moveFrom"), inserted(deleted("7")), t("6", "<w:strike/>"),
    t("5", "<w:vanish/>"), control(t("4"), placeholder=True), '<w:proofErr w:type="gramStart"/>',
    '<w:bookmarkStart w:id="1" w:name="b"/>', '<w:r><w:commentReference w:id="3"/></w:r>',
    "<w:r><w:softHyphen/></w:r>", '<w:r><w:instrText>3</w:instrText></w:r>',
)  # fmt: skip
SHOWN = (
    t, lambda text: inserted(t(text)), lambda text: inserted(t(text), "moveTo"),
    lambda text: control(t(text)), lambda text: field(" REF b ", t(text)),
    lambda text: control(inserted(t(text))), lambda text: t(text, "<w:b/>"),
    lambda text: f"<w:hyperlink>{t(text)}</w:hyperlink>",
    lambda text: f'<w:fldSimple w:instr=" X ">{t(text)}</w:fldSimple>',
    lambda text: t(text, '<w:strike w:val="0"/>'),
)  # fmt: skip


@given(data=st.data(), figure=FIGURES)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_figure_in_any_runs_is_read_as_displayed(
    data: st.DataObject, figure: str, tmp_path_factory
) -> None:
    sentence, runs = f"Of BME staff {figure} said so.", []
    rest = sentence
    while rest:
        length = data.draw(st.integers(1, 6))
        if data.draw(st.booleans()):
            runs.append(data.draw(st.sampled_from(HIDDEN)))
        runs.append(data.draw(st.sampled_from(SHOWN))(rest[:length]))
        rest = rest[length:]
    path: Path = tmp_path_factory.getbasetemp() / "runs.docx"
    inside = p(*runs)
    body = p(text_box(inside)) if data.draw(st.booleans()) else inside
    document = read_document(word_file(path, body))
    assert [passage.text for passage in document.passages] == [sentence]
