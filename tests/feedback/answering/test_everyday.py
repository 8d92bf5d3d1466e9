"""A day of one's own, told as deeds with figures, gets no level; life without a job does."""

import time

import pytest

from contracts.evidence import Competency, Status
from contracts.interview import Question, QuestionKind
from tests.feedback.build import a_question, a_report, the_cell

EVERYDAY = [
    (
        "This morning I got up at 7, made two eggs and toast, and left the house 15 minutes "
        "earlier than last week, because the bus is often late. As a result I arrived at 8 "
        "instead of 8:20."
    ),
    (
        "Yesterday I cooked a risotto. I chopped 2 onions, fried them for 10 minutes, added 300 "
        "grams of rice and stirred it, because it burns quickly. In the end it was ready in 25 "
        "minutes instead of 40."
    ),
    (
        "My commute takes 45 minutes. I changed from the bus to the train last March because of "
        "the traffic. As a result I save 20 minutes each day."
    ),
    (
        "The weather was bad on Sunday. It rained 12 millimetres and I took an umbrella. I "
        "decided to stay at home because it was cold. The temperature fell from 15 to 6 degrees."
    ),
    (
        "For lunch I ate a salad with chicken. I chose it instead of the pizza because it has "
        "fewer calories. I went from 900 to 500 calories and I felt better."
    ),
    (
        "I went to the supermarket and bought milk, eggs and 3 kilos of potatoes. I compared two "
        "brands and took the cheaper one, so I paid 14 euros instead of 19."
    ),
    (
        "I cleaned my flat last weekend. I vacuumed 4 rooms and washed the windows, because dust "
        "makes me sneeze. It took 2 hours instead of 3."
    ),
    (
        "Last year I started to sleep earlier. I went to bed at 10 instead of midnight because I "
        "was tired. As a result I slept 8 hours instead of 6 and learned that screens are bad."
    ),
    (
        "I planned my summer outfit. I tried 5 shirts and chose the blue one because of the heat."
        " I saved 10 minutes."
    ),
    (
        "I lost 8 kilos in 2022. I counted calories and ran each morning because my jeans were "
        "tight. My weight went from 90 to 82."
    ),
    (
        "I watched a series of 10 episodes in two days, because I could not stop. I finished it "
        "in 9 hours instead of 12."
    ),
    (
        "I installed a new game on my phone. I reached level 40 in 3 days, because I practised "
        "each evening. My score rose from 200 to 900."
    ),
    (
        "I parked my car in front of the bakery, bought 4 rolls and drove home. I took the side "
        "street because the main road was blocked and saved 6 minutes."
    ),
    (
        "I painted my bedroom blue. I bought 2 buckets, taped the edges and painted two coats "
        "because the wall was dark. It took one day instead of two."
    ),
    (
        "Today my lunch was pasta with tomato. I used 2 cans instead of 3 because I was not so "
        "hungry, and it cost 4 euros instead of 6. I learned that less is more."
    ),
    (
        "Each morning I brush my teeth for 2 minutes and shower for 5. I switched to cold water "
        "because it wakes me up, so my shower went from 10 to 5 minutes."
    ),
    (
        "It was very hot in July, 36 degrees. I closed the blinds at noon, because the sun shines"
        " into my flat, and it went down to 27 degrees."
    ),
    (
        "To make pancakes I take 3 eggs, 200 grams of flour and a pinch of salt. I whisked it "
        "all, I fried them in butter and I turned each after 2 minutes because they burn. I made "
        "12 instead of 8."
    ),
    (
        "I take the number 14 bus at 7:20. Last week I took the 7:05 instead, because it is less "
        "full, and I got a seat. My trip went from 40 to 32 minutes."
    ),
    (
        "I went for a run in the park every evening and I counted my steps. I went from 4000 to "
        "9000 steps, because I wanted to be fit."
    ),
    (
        "I bought a new phone. I compared 4 models and chose the cheapest because my old one was "
        "slow. I paid 200 instead of 450 euros."
    ),
    (
        "I spent the weekend on my sofa and I finished a puzzle of 1000 pieces. I sorted the "
        "edges first because it is faster. It took me 6 hours instead of 9."
    ),
    (
        "I did my laundry. I separated whites from colours because they bleed, and I washed 3 "
        "loads in 4 hours instead of 6."
    ),
]
WITHOUT_A_JOB = [
    (
        "At university I organised the study group for our exams. I made a timetable for 6 "
        "students because we had two weeks. As a result 5 of 6 passed instead of 3 the year "
        "before."
    ),
    (
        "I looked after my mother after her stroke for two years. I wrote a plan of her "
        "medicines, because three doctors had prescribed. As a result she had no mix-up, where "
        "before it was two a month."
    ),
    (
        "As a volunteer at the food bank I cooked lunch for 80 people each Saturday. I changed "
        "the order of the stations because the queue was long. The wait fell from 40 to 15 "
        "minutes."
    ),
    (
        "When I came back after six years with my children at home, I ran the parents’ flea "
        "market. I found 40 stalls because the school needed money. We raised 2,300 instead of "
        "900."
    ),
    (
        "In my bakery I mixed 40 kilos of dough each night. I cut the resting time because the "
        "oven stood idle. We baked 300 loaves instead of 240."
    ),
    (
        "As a bus driver I planned my route anew because of the roadworks. I left 5 minutes "
        "earlier and the delays fell from 12 to 3 a week."
    ),
    (
        "I cooked the staff meal at the hotel for 60. I changed the supplier of rice because it "
        "burnt. Waste fell from 9 to 4 kilos."
    ),
    (
        "I studied weather data for my thesis. I cleaned 12 years of rainfall, because sensors "
        "had failed. The error fell from 15 to 6 percent."
    ),
    (
        "I drove a lorry with milk. I checked the tank twice each morning because it leaked. "
        "Losses fell from 30 to 4 litres."
    ),
    (
        "I cleaned four offices on my own in the evening. I began with the kitchens because they "
        "smell. I needed 2 hours instead of 3."
    ),
    (
        "I repaired bicycles in my garage for the refugees in our village. I mended 60 in a year "
        "because they could not reach the town otherwise."
    ),
    (
        "I cared for my brother, who has autism. I made cards with pictures for his day because "
        "he could not read. His outbursts fell from five a week to one."
    ),
    (
        "I painted three flats for the landlord as a summer job. I taped the edges first because "
        "the paint ran. I needed one day instead of two each."
    ),
    (
        "I taught myself Spanish from films. I wrote down 20 words each evening because I wanted "
        "to work in Madrid. I passed the B2 exam after 9 months."
    ),
    (
        "I fed 40 goats on our farm before school. I changed the hay because they coughed. The "
        "vet came once instead of four times that winter."
    ),
    (
        "I was out of work for a year and cared for my father, who had dementia. I set a rota "
        "with my two sisters because I could not do nights alone. His falls went from four a "
        "month to one."
    ),
    (
        "In my gap year I taught English to eight refugees at the church hall. I made picture "
        "cards, because we had no books. After three months six could fill in a form."
    ),
    (
        "As a student I shared a house with five others and ran the kitty for the tenants’ union."
        " I wrote down each bill because two had not paid. Debts fell from 300 to 20 euros."
    ),
    (
        "I raised three children and ran the school breakfast club as a parent. I changed the "
        "porridge order because we threw half away. Waste fell from 6 to 2 kilos a day."
    ),
    (
        "I coached the under-tens on Saturdays. I split the squad because the small ones never "
        "got the ball. We went from 9 to 16 children."
    ),
    (
        "In prison I worked in the laundry. I sorted the loads by colour because things came back"
        " grey. Complaints fell from 20 to 3 a week."
    ),
    (
        "For my exam in food science I baked bread with four flours. I measured the rise of each "
        "loaf, because the textbook gave none. The best rose 12 centimetres against 7."
    ),
    (
        "I drove my neighbour, who is in a wheelchair, to her dialysis for two years. I kept a "
        "list of the lifts because two clinics had none. She missed none, where it was three a "
        "month before."
    ),
    (
        "As a childminder I looked after four toddlers in my house. I moved the nap to noon "
        "because they cried at ten. They slept 90 minutes instead of 30."
    ),
    (
        "I did the cooking for my brother with diabetes. I weighed his bread and potatoes because"
        " his sugar jumped. His value fell from 9 to 7."
    ),
    (
        "I delivered meals on my bike for an app. I learnt the one-way streets because the map "
        "was wrong. I made 22 drops a night instead of 15."
    ),
    (
        "In the kitchen I fried 200 eggs for breakfast each morning. I moved the toast because "
        "the pans were in the way. We served 12 tables more."
    ),
]
ASKED = (Competency.DELIVERY, Competency.DECISION_MAKING, Competency.LEARNING)


def asking(competency: Competency) -> Question:
    return a_question(competencies=[competency])


@pytest.mark.parametrize("told", EVERYDAY)
def test_what_everybody_does_day_by_day_shows_nothing_of_work(told: str) -> None:
    cells = [the_cell(told, asking(competency)) for competency in ASKED]

    assert {cell.level.status for cell in cells} == {Status.INSUFFICIENT}
    assert not any(cell.evidence for cell in cells)


@pytest.mark.parametrize("told", WITHOUT_A_JOB)
def test_study_care_and_unpaid_work_count_as_work_does(told: str) -> None:
    for competency in ASKED:
        assert the_cell(told, asking(competency)).level.why != "private-life"
    assert the_cell(told, asking(Competency.LEARNING)).level.status is Status.SCORED


def test_food_is_work_where_the_job_is_about_it() -> None:
    told = EVERYDAY[1]
    job = a_question(
        2, text="The job asks for “risotto and rice dishes, onions fried”. What did you?"
    )

    cell = a_report(told, "", questions=[asking(Competency.DELIVERY), job]).scorecard.cells[0]

    assert cell.level.status is Status.SCORED


def test_a_wish_may_be_told_with_an_everyday_thing() -> None:
    wish = a_question(text="Why this job?", kind=QuestionKind.MOTIVATION)

    assert the_cell(EVERYDAY[0], wish).level.why != "private-life"


def test_a_long_row_of_everyday_words_holds_nobody_up() -> None:
    began = time.process_time()

    the_cell("I had my my my my eggs, I took the bus home. " * 400)

    assert time.process_time() - began < 5
