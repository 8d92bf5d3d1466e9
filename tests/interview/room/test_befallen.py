"""What has just befallen somebody or their own is met with care; the like at work is an answer."""

import pytest

from contracts.interview import TurnKind
from services.interview.rules.room.intents import intent_of, is_distressed
from services.interview.rules.room.signs import Intent
from tests.interview.build import Rehearsal
from tests.interview.candidates import STRONG

BEFALLEN = [
    # Illness.
    "I'm not well today",
    "I have the flu, sorry",
    "I've got a splitting headache",
    "I'm in hospital at the moment",
    "I've been throwing up all night",
    "my sister is dying",
    "Our little boy is in intensive care",
    "My mum just got taken to hospital",
    "I just found out that my mother has cancer",
    "My grandfather was rushed to hospital on Sunday",
    # Loss and parting.
    "I lost my baby in spring",
    "My gran passed away in November.",
    "Yesterday my uncle died",
    "we had to put our dog to sleep on Friday",
    "someone close to me died last week",
    "there's been a death in my family",
    "I've just come back from my father's funeral",
    "I just got dumped",
    "My wife left me on Monday and I can't concentrate",
    "I'm going through a messy divorce",
    "Sorry if I'm slow, my brother was killed last month",
    "I lost my job this morning",
    # Told plainly, in the words in which it is borne.
    "Grandma went in her sleep on Monday",
    "Grandad slipped away in his sleep last night.",
    "My aunt died peacefully in her sleep on Tuesday",
    "We buried Mum on Thursday.",
    "We laid my uncle to rest yesterday",
    "We put Gran in the ground on Saturday.",
    "My partner's been given six months",
    "Dad has only been given a few weeks.",
    "They gave my sister three weeks to live",
    "They've given him two months to live",
    "They found a lump on my sister's neck and we know more on Friday.",
    "My brother isn't expected to pull through.",
    "Gran won't last the week",
    "My father is slipping away",
    "My little girl is on a ventilator.",
    "Nana went peacefully in her sleep on Saturday",
    "We scattered my brother's ashes on Sunday.",
    "Dad doesn't know who I am any more",
    "My wife's in theatre right now",
    "They're switching off her ventilator tonight",
    "My husband's got dementia",
    # Violence.
    "My manager hit me last week",
    "a customer punched me in the face on Saturday",
    "My boss keeps screaming at me",
    "I was mugged on the way here",
    "I was groped on the bus this morning",
    "One of my colleagues slapped me",
    # In the words of every day.
    "me da's been rushed to hospital",
    "Mum's not got long left",
    "it's cancer",
    "they found a lump",
    "I have a brain tumour",
    "I'm burned out completely",
    "been off my meds all week",
    "having a panic attack",
    "my anxiety is through the roof right now",
    "I'm an absolute wreck today",
    "not coping very well to be honest",
    "wife's just left me",
    "we buried me mam on Friday",
    "Lost my dad.",
    "got laid off an hour ago",
    "they sacked me this morning",
    "we're being evicted next week",
    "my visa got refused yesterday",
    "our street was bombed, our flat was hit by a shell yesterday",
    "My mother, she die last week.",
    "my son is in ICU since Sunday",
    "my daughter tried to hurt herself at the weekend",
    "my husband gets violent when I apply for jobs",
    "it's the anniversary of my brother's death today",
    "my tooth is killing me",
    "I can barely keep my eyes open",
    # Gone on with in free words.
    "wife's just walked out and taken the kids with her",
    "my mate's mum died last night",
    "the bairn was took bad this morning",
    "my daughter tried to take her own life on Sunday",
    "they've taken my kids into care this week",
    "the doctor rang and it's back, the cancer",
    "I'm still waiting on biopsy results",
    "I got the diagnosis yesterday",
    "the funeral of my aunt is tomorrow",
    "it would have been my son's birthday today",
    "we buried our son last year and today is the anniversary",
    "I keep bursting into tears",
    "I am not coping at all",
    "hardly slept all week",
    "can't stop crying",
    "I'm so burnt out I can hardly stand",
    "I've had a miscarriage",
    "I was mugged coming here",
    "my ex turned up last night and smashed the door in",
    "somebody broke into our flat last night",
    "our house got flooded on Thursday",
    "we're sleeping in the car at the moment",
    "we've been made homeless",
    "bailiffs are coming tomorrow",
    "sacked me this morning they did",
    "I've just been told my job's gone",
    "I just got a text that my uncle is dead",
    "my father has dementia and he didn't know me this morning",
    "Grandad passed in the night",
    "Granny died yesterday",
    "My sister's gone missing since Tuesday",
    "My husband's just been told it's terminal",
    "They've only just told my mum it's come back",
    "The consultant just told us she's only got weeks left",
    "I just had a letter saying they're evicting us",
    "The bank's repossessing our house",
    "the lump is stage three",
    "I didn't sleep for two nights",
    "lost our flat in the fire",
    "our room got burgled last night",
    "I just had my biopsy back from the clinic",
    # Beside an answer, wherever it stands.
    "I led the audit of 3 sites. My mum was just taken to hospital. We closed 14 findings.",
    "My dog was run over this morning. I rewrote the rota and the waiting list fell by half.",
    f"{STRONG[0]} My partner broke up with me yesterday.",
]
AT_WORK = [
    # Of others, for whom somebody works.
    "A patient of mine died that night",
    "My pupil's mother died",
    "My clients mother died and I moved the meeting.",
    "My resident's daughter died last week, and I sat with him.",
    "The dog in our kennel died",
    "The baby in bed four died last night.",
    "A child in my class lost her father last week. I told the school nurse.",
    "A pupil told me, my dog died this morning, and I let him sit by the window.",
    "The caller cried: my husband has just died. I stayed on the line.",
    "A guest died in room 12 last night. I locked the room and called the police.",
    "my colleague's wife just left him, so I took his round",
    "A man tried to hurt himself on the platform. I talked to him until help came.",
    "I had to tell a mother that her baby had died.",
    # The same words for something else.
    "I found a lump on the casting and stopped the line",
    "the burnt-out bearing was the cause",
    "the server was on its last legs",
    "I'm terrified of heights, so I always clip on",
    "I've been a refugee caseworker for six years.",
    "My dad's been a joiner all his life",
    "My partner's in sales and I'm in stores.",
    "My husband left his notes on the tool, and I learnt from those.",
    "I lost a client",
    "We lost our biggest customer last week.",
    "My manager hit the target",
    "My team hit me with forty questions on Monday.",
    "The news hit me hard that week.",
    "My foreman pushed me to learn the lathe.",
    "My laptop died yesterday.",
    "My partner left the firm last month.",
    "I am sick of paper forms, so I built an online one.",
    "I'm going through a learning phase",
    "My wife is a hospital porter.",
    "My mum's a hospice nurse.",
    "I was in the crash team last week.",
    "My daughter passed her test last week.",
    "My uncle killed it on stage last night.",
    "My husband has left me his tools, so I learned to weld.",
    "My partner left me in charge of the shop.",
    "My brother pushed me to apply last week.",
    "My kids have taken up judo.",
    "My ex boss taught me the lathe last week.",
    "Burglars smashed the window of a client's shop yesterday.",
    "They took my idea last week and built it.",
    "We lost everything on the server and restored it from the backup.",
    "I can't think of an example that is better.",
    "I can't cope with sloppy work, so I check twice.",
    "I never sleep on night shifts.",
    "I have cancer patients on my list.",
    "It's a cancer ward with twelve beds.",
    "I'm waiting for test results from the lab before the release.",
    "My results were back by Friday and I beat the target.",
    "I keep crying babies calm with a song.",
    "I had an operation to plan last week.",
    "My colleague's funeral was yesterday and I covered the till.",
    "My client is being evicted, so I rang the council.",
    "My job is going well.",
    "My grandad passed his trade on to me.",
    "Grandad passed the forge on to me and I kept it going.",
    "The patient's husband had just been told it was terminal and I sat with him.",
    "My client's just been told it's terminal, so I visit on Mondays.",
    "My manager's just been told it's back in stock.",
    "I was told it's not cancer screening that they need, so I moved the van.",
    "The landlord is evicting a family on my list, so I rang the council.",
    "They’re throwing out the old stock, so I sorted it first.",
    "It's not cancer screening, it's the flu round, so I moved the van.",
    "We lost our house style when the editor left, and I wrote it down.",
    "I didn't sleep in the staff room, I drove home.",
    "Grandma was told it was cancer in 2012 and I learned to nurse her.",
    # Long ago, and what was done about it or came of it.
    "My father had a stroke in 2011, so I know what carers go through",
    "We lost my mum in 2015 and I took over the farm.",
    "I had a breakdown in 2019 and changed trade.",
    "I've been evicted twice.",
    "I've been homeless myself.",
    "A resident went in her sleep on my shift, and I rang the family before breakfast.",
    "Our head chef went on Monday, so I ran the kitchen for the week.",
    "We scattered ash on the ice so that nobody slipped.",
    "The new lad doesn't know who I am, so I wear a badge.",
    "They're switching off the ventilators of the barn tonight.",
    "My father was a nurse in theatre.",
    "My client's got dementia, so I write each step on a card.",
    "We were given six months to move the warehouse.",
    "My partner was given six months' notice on the stall.",
    "My partner was given six months to vacate the unit, so I found another.",
    "They gave me two weeks to learn the till.",
    "They gave him three days off.",
    "They gave my brother the keys.",
    "My sister was given two days of training, and I sat in on it.",
    "We put the dog pens in the ground with concrete.",
    "I laid the cable to rest on the tray.",
    "They found a shadow on the plate, so I took the picture again.",
    "They found a crack in the hull and we closed the dock.",
    "My mate isn't going to last as foreman, I told him so.",
    "The pump won't last the week, so I ordered another.",
    "The patient was not expected to recover. I sat with her family.",
    "The apprentice is slipping away early each Friday.",
    "A patient on a ventilator pulled her tube and I bagged her by hand.",
    "I buried the pipe sixty centimetres down.",
    "We lost Dan to a rival firm in March and I trained the next one.",
    "My mother died in 2019 and I took over the bakery; I changed the suppliers first.",
    "My mother has cancer and it made me choose nursing.",
    "My father was in hospital for a year. That is why I became a carer.",
    "When my mother was taken to hospital I handed over the ward.",
    "Once my manager hit me. I wrote it down and went to the works council.",
    "A patient hit me last week. I stepped back, called a colleague and wrote the report.",
    "I had an accident last week. I stopped, put out the triangle and rang the depot.",
    "I look after my father, who is ill, and I plan the week around it.",
    "My son was ill for a year, so I worked part time.",
    "I was ill last year and missed two months.",
    "I was laid off last month.",
    "I was burned out in 2020. I cut my hours and learnt to say no.",
    "I was made redundant in 2019 and retrained as a plumber",
    "My visa was refused in 2018, so I studied online first.",
]


@pytest.mark.parametrize("text", BEFALLEN)
def test_what_has_befallen_somebody_is_met_with_care(text: str) -> None:
    reply = Rehearsal().say(text)

    assert reply.kind is TurnKind.CARE
    assert "scored" in reply.text


@pytest.mark.parametrize("text", AT_WORK)
def test_the_like_at_work_or_long_ago_is_an_answer(text: str) -> None:
    assert intent_of(text) is Intent.ANSWER
    assert not is_distressed(text)


@pytest.mark.parametrize(
    "text", ["I'm lost, what do you want to know?", "Sorry I am a bit lost, what do you mean?"]
)
def test_who_has_lost_the_thread_asks_what_is_meant(text: str) -> None:
    assert intent_of(text) is Intent.CLARIFY


def test_who_is_lost_is_met_with_care() -> None:
    assert is_distressed("I'm lost, I don't know how to go on")


def test_an_answer_with_a_blow_beside_it_is_kept() -> None:
    session = Rehearsal()

    session.say("I counted the stock twice. My dad died on Monday. I found the missing crates.")

    assert [turn.kind for turn in session.turns[-2:]] == [TurnKind.ANSWER, TurnKind.CARE]
