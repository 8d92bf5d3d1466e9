"""The verifier finds tables by itself, counts what is there, and says nothing where it is blind."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from chassis.ids import new_id
from chassis.signing import check as is_signed
from contracts.message import CaseId, Owner, Scope
from contracts.proof import Check, Round
from services.verifier.catalogue import BlindError
from services.verifier.counter import Counter
from tests.support.people import a_person

AT = datetime(2027, 3, 1, tzinfo=UTC)
GRANTED = text(
    """
    SELECT c.oid::regclass::text AS name,
           has_column_privilege('verifier', c.oid, a.attname, 'SELECT') AS is_granted
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE a.attname = 'subject_id' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    """
)


def a_check(person=None, *, scope=Scope.ACCOUNT, item=None):
    person = person or a_person()
    return Check(
        case_id=CaseId(new_id()),
        round=Round.FIRST,
        person=person,
        scope=scope,
        item_id=item or person,
    )


def counter(stack):
    role, secrets = stack.verifier()
    return Counter(role, secrets.signing_key("verifier"))


def counted_by(stack, check):
    (counted,) = counter(stack).count([check], AT)
    return counted


def planted(stack, *statements, **values):
    with stack.admin().begin() as connection:
        for statement in statements:
            connection.execute(text(statement), values)


def test_every_subject_id_is_open_to_the_verifier(stack):
    with stack.admin().connect() as connection:
        rows = connection.execute(GRANTED).all()

    assert len(rows) > 20
    assert [row.name for row in rows if not row.is_granted] == []


def test_a_stranger_counts_as_nothing_in_every_table(stack):
    counted = counted_by(stack, a_check())

    assert set(counted.rows.values()) == {0}
    assert {name.partition(".")[0] for name in counted.rows} == set(Owner)


def test_a_row_that_no_owner_told_of_is_found(stack):
    """T32: a row that somebody planted behind everybody's back."""
    person = a_person()
    planted(stack, "INSERT INTO feedback.subject VALUES (:who, now())", who=person)

    counted = counted_by(stack, a_check(person))

    assert {name: n for name, n in counted.rows.items() if n} == {"feedback.subject": 1}


def test_a_table_that_no_mapping_knows_is_counted(stack):
    person = a_person()
    planted(
        stack,
        "CREATE TABLE feedback.forgotten (subject_id uuid)",
        "GRANT SELECT (subject_id) ON feedback.forgotten TO verifier",
        "INSERT INTO feedback.forgotten VALUES (:who)",
        who=person,
    )
    try:
        counted = counted_by(stack, a_check(person))
    finally:
        planted(stack, "DROP TABLE feedback.forgotten")

    assert counted.rows["feedback.forgotten"] == 1


def test_a_table_whose_rows_are_hidden_is_not_counted_as_empty(stack):
    person = a_person()
    planted(
        stack,
        "CREATE TABLE feedback.hidden (subject_id uuid)",
        "ALTER TABLE feedback.hidden ENABLE ROW LEVEL SECURITY",
        "GRANT SELECT (subject_id) ON feedback.hidden TO verifier",
        "INSERT INTO feedback.hidden VALUES (:who)",
        who=person,
    )
    try:
        with pytest.raises(BlindError, match=r"feedback\.hidden"):
            counted_by(stack, a_check(person))
    finally:
        planted(stack, "DROP TABLE feedback.hidden")


@pytest.mark.parametrize("whom", ["verifier", "PUBLIC"])
def test_a_policy_that_takes_rows_away_blinds_it(stack, whom):
    person = a_person()
    planted(
        stack,
        "CREATE TABLE feedback.hidden (subject_id uuid)",
        "ALTER TABLE feedback.hidden ENABLE ROW LEVEL SECURITY",
        "GRANT SELECT (subject_id) ON feedback.hidden TO verifier",
        "CREATE POLICY count ON feedback.hidden FOR SELECT TO verifier USING (true)",
        f"CREATE POLICY hide ON feedback.hidden AS RESTRICTIVE TO {whom} USING (false)",
        "INSERT INTO feedback.hidden VALUES (:who)",
        who=person,
    )
    try:
        with pytest.raises(BlindError, match=r"feedback\.hidden"):
            counted_by(stack, a_check(person))
    finally:
        planted(stack, "DROP TABLE feedback.hidden")


def test_a_policy_that_takes_rows_from_others_blinds_nobody_else(stack):
    planted(
        stack,
        "CREATE TABLE feedback.hidden (subject_id uuid)",
        "ALTER TABLE feedback.hidden ENABLE ROW LEVEL SECURITY",
        "GRANT SELECT (subject_id) ON feedback.hidden TO verifier",
        "CREATE POLICY count ON feedback.hidden FOR SELECT TO verifier USING (true)",
        "CREATE POLICY hide ON feedback.hidden AS RESTRICTIVE TO feedback USING (false)",
    )
    try:
        counted = counted_by(stack, a_check())
    finally:
        planted(stack, "DROP TABLE feedback.hidden")

    assert counted.rows["feedback.hidden"] == 0


def test_no_table_of_such_items_is_an_alarm_and_no_count(stack):
    """As where somebody dropped the triggers by which such tables are found."""
    planted(stack, "DROP TRIGGER refuse_erased ON privacy.export")
    try:
        with pytest.raises(BlindError, match="export"):
            counted_by(stack, a_check(scope=Scope.EXPORT, item=new_id()))
    finally:
        planted(
            stack,
            "CREATE TRIGGER refuse_erased AFTER INSERT OR UPDATE OF id ON privacy.export"
            " FOR EACH ROW EXECUTE FUNCTION privacy.refuse_erased('export', 'id')",
        )


def test_an_item_is_counted_with_what_hangs_on_it(stack):
    check = a_check(scope=Scope.RESUME, item=new_id())

    counted = counted_by(stack, check)

    assert {"documents.resume", "documents.fit", "feedback.report"} <= set(counted.rows)
    assert set(counted.rows.values()) == {0}


def test_an_item_that_is_there_is_found(stack):
    person, item = a_person(), new_id()
    planted(
        stack,
        "INSERT INTO interview.subject VALUES (:who, now())",
        "INSERT INTO interview.resume (id, subject_id) VALUES (:item, :who)",
        who=person,
        item=item,
    )

    counted = counted_by(stack, a_check(person, scope=Scope.RESUME, item=item))

    assert counted.rows["interview.resume"] == 1


def test_a_count_is_signed_by_the_verifier(stack):
    _, secrets = stack.verifier()

    counted = counted_by(stack, a_check())

    assert is_signed(counted, secrets.public_key("verifier"))
    assert not is_signed(counted.model_copy(update={"rows": {}}), secrets.public_key("verifier"))
