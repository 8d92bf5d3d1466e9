"""The word lists and expressions by which evidence is heard, read once from the files beside."""

import re
import tomllib
from functools import cache, cached_property
from pathlib import Path

from pydantic import TypeAdapter

from chassis.branches import branched
from contracts.evidence import EvidenceType
from contracts.message import Message

HERE = Path(__file__).parent

Sign = re.Pattern[str]


class Signs(Message):
    """Expressions by type. `late` ones count only after an own action, `now` ones only where the
    present tense tells of one occasion, `opening` ones where a sentence begins; see signs.toml.
    """

    clause: dict[EvidenceType, Sign]
    late: dict[EvidenceType, Sign]
    now: dict[EvidenceType, Sign]
    opening: dict[EvidenceType, Sign]
    sentence: dict[EvidenceType, Sign]
    sentence_late: dict[EvidenceType, Sign]
    modal: dict[str, Sign]
    begins: dict[str, Sign]


class Vocabulary(Message):
    function: frozenset[str]
    filler: frozenset[str]
    general: frozenset[str]

    def is_general(self, word: str) -> bool:
        """Whether a word in lower case could stand in anybody's story of any work."""
        whole, roots = self._general
        return word in whole or word.startswith(roots)

    @cached_property
    def _general(self) -> tuple[frozenset[str], tuple[str, ...]]:
        return listed(" ".join(sorted(self.general)))


@cache
def signs() -> Signs:
    """signs.toml, its pieces put in (a piece may have pieces)."""
    read = read_toml(HERE / "signs.toml")
    pieces = TypeAdapter(dict[str, str]).validate_python(read.pop("pieces"))
    tables = TypeAdapter(dict[str, dict[str, list[str]]]).validate_python(read)
    return Signs.model_validate(
        {
            table: {name: compiled(one, pieces) for name, one in named.items()}
            for table, named in tables.items()
        },
        strict=False,
    )


@cache
def words() -> Vocabulary:
    lists = TypeAdapter(dict[str, str]).validate_python(read_toml(HERE / "words.toml"))
    return Vocabulary(**{name: frozenset(even(text).split()) for name, text in lists.items()})


def even(text: str) -> str:
    """`text` with one kind of apostrophe and of space. Of the same length: spans stay true."""
    return text.translate(_EVEN)


def compiled(signs: list[str], pieces: dict[str, str]) -> Sign:
    """One expression for all of them."""
    return re.compile(branched(_joined(signs, pieces)), re.IGNORECASE)


def _joined(signs: list[str], pieces: dict[str, str]) -> str:
    """{name} stands for a piece, and a piece may have pieces."""
    whole = "|".join(f"(?:{sign})" for sign in signs)
    while names := set(re.findall(r"\{([a-z_]+)\}", whole)):
        for name in names:
            whole = whole.replace(f"{{{name}}}", pieces[name])
    return whole


@cache
def listed(names: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The whole words of a list, and the beginnings of words, which have a star behind them."""
    whole = frozenset(name for name in names.split() if not name.endswith("*"))
    return whole, tuple(name[:-1] for name in names.split() if name.endswith("*"))


@cache
def sign_lists(file: str) -> dict[str, Sign]:
    """The lists of a file beside or of a whole path, with its pieces and those of signs.toml."""
    read = read_toml(HERE / file)
    shared = TypeAdapter(dict[str, str]).validate_python(read_toml(HERE / "signs.toml")["pieces"])
    own = TypeAdapter(dict[str, str]).validate_python(read.pop("pieces", {}))
    lists = TypeAdapter(dict[str, list[str]]).validate_python(read)
    joined = {name: _joined(each, shared | own) for name, each in lists.items()}
    return {name: re.compile(branched(each), re.IGNORECASE) for name, each in joined.items()}


def read_toml(file: Path) -> dict[str, object]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


_EVEN = str.maketrans({"'": "’", "\u2018": "’", "`": "’", "\u00a0": " ", "\u202f": " ", "\t": " "})
