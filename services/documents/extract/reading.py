"""What a reader of one format collects on its way, and how it gives up."""

from dataclasses import dataclass, field

from contracts.extraction import ExtractionReport, ExtractionState, Hidden
from services.documents.domain import Extracted

PREVIEW_CHARACTERS = 120


class Unreadable(Exception):
    """Reading ends here; `state` says why. Never carries anything of the file."""

    def __init__(self, state: ExtractionState, warning: str | None = None) -> None:
        super().__init__(state.value)
        self.state = state
        self.warning = warning


@dataclass
class Reading:
    """The text read so far, and what was left out of it.

    Lines end in a line feed; a tab parts what stands far apart on one line; what every page repeats
    (headers, footers, page numbers) follows a single form feed at the end.
    """

    format: str
    text: str = ""
    pages: int = 1
    columns: int = 1
    warnings: set[str] = field(default_factory=set)
    hidden: dict[tuple[str, int | None], tuple[int, str]] = field(default_factory=dict)

    def hide(
        self, reason: str, text: str, page: int | None = None, characters: int | None = None
    ) -> None:
        """Note text that no reader of the page would see; `characters` where `text` names it."""
        shown = " ".join(text.split())
        if not shown:
            return
        count, preview = self.hidden.get((reason, page), (0, ""))
        if len(preview) < PREVIEW_CHARACTERS:
            preview = f"{preview} {shown}".strip()[:PREVIEW_CHARACTERS]
        count += len("".join(text.split())) if characters is None else characters
        self.hidden[reason, page] = (count, preview)

    def hide_shapeless(self, reason: str, shown: str, count: int) -> None:
        """Note characters that have no shape, under the names in `shown`."""
        self.hide(reason, shown, characters=count)

    def report(self, state: ExtractionState) -> ExtractionReport:
        """Everything about the file but its text; one hidden entry per page and reason."""
        entries = sorted(self.hidden.items(), key=lambda item: (item[0][1] or 0, item[0][0]))
        return ExtractionReport(
            state=state,
            format=self.format,
            pages=self.pages,
            columns=self.columns,
            characters=len("".join(self.text.split())),
            hidden=tuple(
                Hidden(reason=reason, characters=count, page=page, preview=preview)
                for (reason, page), (count, preview) in entries
            ),
            warnings=tuple(sorted(self.warnings)),
        )

    def extracted(self, state: ExtractionState) -> Extracted:
        """A file that is not ok gives no text: nothing of it is analysed."""
        text = self.text if state is ExtractionState.OK else ""
        return Extracted(report=self.report(state), text=text)
