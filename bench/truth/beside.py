"""Invented sentences in which somebody else, or a firm, is named beside skills.

Sentences and names are in two halves, and none of them was written for a rule: names are of many
languages, firms have no word that says so, and a sentence may begin with either.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bench.truth.halves import SEED, Half

ROUNDS = 3
"""How often each sentence is told, with other names and skills."""

_PEOPLE = {
    Half.TUNING: "Amara|Lukas|Priya Raghunathan|Okonjo|Ngozi Adeyemi|Siobhán|Tarquin Ashby|Mehmet"
    "|Zsófia Kertész|Thandiwe|Nguyễn Văn Minh|João|Katarzyna Wiśniewska|Yusuf|Hiroshi Tanabe"
    "|Oluwaseun|Grace|Marisol Quintanilla|Rajesh|Björk Sigurðsdóttir|Chiara|Anneliese|Kwabena"
    "|O'Malley|Leilani|van der Meulen|Xiaoming Zhu|Dragan|Fleming|Esra",
    Half.HELD_OUT: "Chidinma|Matthias|Anjali Deshpande|Balogun|Ifeoma Nwosu|Caoimhe|Peregrine Holt"
    "|Emre|Ágnes Szalai|Nomvula|Trần Thị Hoa|Tiago|Agnieszka Zielińska|Tariq|Keiko Morishita"
    "|Babatunde|Hope|Consuelo Villaseñor|Suresh|Guðrún Einarsdóttir|Matteo|Friedhelm|Yaw"
    "|D'Souza|Keanu|de la Cruz|Jianguo Ren|Zoran|Harding|Defne",
}
_FIRMS = {
    Half.TUNING: "Harbour Light|Lerchenfeld|Quillwork|BVN|Tidewater|Corriedale|Novapeak|Oakmere"
    "|Zephyrion|Kestrel Wharf|Castellane|Hutong Bikes|Mirafiori|eVantis|Sundvik",
    Half.HELD_OUT: "Copper Lantern|Steinbruch|Fernwright|KTZ|Millrace|Suffolk Down|Altaview"
    "|Elmsworth|Pallandrix|Heron Reach|Montcalm|Lotus Kettle|Bellariva|iQuorra|Norrland",
}
_SENTENCES = {
    Half.TUNING: (
        "With {p} and {p} I moved the billing service from {s} to {s}.",
        "{p} asked me to lead the team, and I rewrote the {s} tests.",
        "{p} and I paired on {s} for a month.",
        "Migrated {f} to {s} without downtime.",
        "Ran training in {s} for {f} and two other customers.",
        "I told {p} that the {s} migration would be late.",
        "When {p} left, I took over {s} and the contract with {f}.",
        "- Won {f} as a customer; {p} signed in March.",
        "Owner of the {s} pipeline ({f}, 2019), with {p} as my deputy",
        "Built dashboards in {s}: {p}'s team used them daily.",
        "{f} wanted everything in {s}, so I learned it in two weeks.",
        "My manager at {f} was {p}; she pushed for {s}.",
        "Handed {s} over to {p}, {p} and the night shift.",
        "Mit {p} habe ich bei {f} die Umstellung auf {s} geleitet.",
        "Con {p} migré los servicios de {f} a {s}.",
    ),
    Half.HELD_OUT: (
        "Together with {p} and {p} I replaced {s} by {s}.",
        "{p} wanted a plan, so I drafted one and learned {s}.",
        "{p} and I shared the on-call rota and the {s} backlog.",
        "Moved {f} off its old servers and onto {s}.",
        "Held workshops on {s} at {f} each spring.",
        "I convinced {p} to drop the {s} rewrite.",
        "After {p} had gone, I kept {s} alive for {f}.",
        "- Kept {f} from leaving; {p} renewed in June.",
        "Lead for {s} ({f}, 2021), reporting figures to {p} weekly",
        "Wrote runbooks for {s}: {p}'s shift relied on them.",
        "{f} ran on {s}, which I had never used.",
        "My mentor at {f} was {p}, who knew {s} by heart.",
        "Passed {s} on to {p}, {p} and an apprentice.",
        "Gemeinsam mit {p} wurde bei {f} auf {s} umgestellt.",
        "Avec {p}, j'ai migré {f} vers {s}.",
    ),
}
_SKILLS = "Python|Docker|Kubernetes|PostgreSQL|Excel|Salesforce|Terraform|Jira|React|AutoCAD|AWS"


@dataclass(frozen=True)
class Beside:
    text: str
    people: tuple[str, ...]
    firms: tuple[str, ...]
    skills: tuple[str, ...]


def beside(half: Half) -> Iterator[Beside]:
    """The same ones each time."""
    drawn = random.Random(SEED)
    pools = {"p": _PEOPLE[half].split("|"), "f": _FIRMS[half].split("|"), "s": _SKILLS.split("|")}
    decks: dict[str, list[str]] = {kind: [] for kind in pools}
    for sentence in _SENTENCES[half] * ROUNDS:
        used: dict[str, list[str]] = {kind: [] for kind in pools}

        def fill(slot: re.Match[str], used: dict[str, list[str]] = used) -> str:
            kind = slot[1]
            decks[kind] = decks[kind] or drawn.sample(pools[kind], len(pools[kind]))
            used[kind].append(decks[kind].pop())
            return used[kind][-1]

        text = re.sub(r"\{([pfs])\}", fill, sentence)
        yield Beside(text, *(tuple(used[kind]) for kind in "pfs"))
