"""The words of its owner at the end of a résumé's text, so that every value has its quote."""

from collections.abc import Iterable
from uuid import UUID

from contracts.analysis import Text
from contracts.evidence import Certainty, DocumentKind, Span
from services.documents.rules.resume.layout.lines import Range

HEADING = "Corrected by its owner"


class Addendum:
    """Grows with every line that is written; the text that was read stays as it is."""

    def __init__(self, resume_id: UUID, text: str) -> None:
        self.text = text
        self._resume_id = resume_id
        self._begins_at = len(text)

    def write(self, line: str, *, mark: str = "") -> Range:
        """Where `line` stands now."""
        if len(self.text) == self._begins_at:
            self.text += f"\n\n{HEADING}\n\n"
        start = len(self.text) + len(mark)
        self.text += f"{mark}{line}\n"
        return start, start + len(line)

    def part(self) -> None:
        """What follows is about something else."""
        if len(self.text) > self._begins_at and not self.text.endswith("\n\n"):
            self.text += "\n"

    def said(self, line: str) -> Text:
        return Text(value=line, span=self.quote(*self.write(line)), certainty=Certainty.SURE)

    def holds(self, text: Text) -> bool:
        """Whether it is the owner who says so."""
        return text.span.start >= self._begins_at

    def quote(self, start: int, end: int) -> Span:
        """Out of all that is written by now."""
        return Span(
            document=DocumentKind.RESUME,
            document_id=self._resume_id,
            start=start,
            end=end,
            quote=self.text[start:end],
        )

    def shown_after(self, shown: str, gone: Iterable[Range]) -> str:
        """`shown`, of the length of the text that was read, without what is `gone`; then all that
        its owner wrote.
        """
        for start, end in gone:
            shown = f"{shown[:start]}{' ' * (end - start)}{shown[end:]}"
        return shown + self.text[self._begins_at :]
