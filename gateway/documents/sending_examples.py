"""Invented calls to a provider, as the API's description shows them."""

import json

from contracts.disclosure import (
    Disclosure,
    Disclosures,
    ProviderView,
    Retention,
    Sending,
    SendingOutcome,
    SendingPurpose,
    SendingView,
    SentField,
)
from gateway.documents.examples import AT, RESUME_ID

PROVIDER = ProviderView(
    name="own-server",
    host="models.example.org",
    model="sample-1",
    retention=Retention.OWN_SERVER,
)
_TEXT = """You find skills in lines of a résumé.

{boundary}
{"lines": [{"id": "l1", "text": "- Moved 40 services of [[EMPLOYER_1]] to Python."}]}
{boundary}"""
_BODY = json.dumps(
    {
        "model": PROVIDER.model,
        "store": False,
        "safety_identifier": "{tag}",
        "instructions": _TEXT.partition("\n\n")[0],
        "input": _TEXT.partition("\n\n")[2],
        "max_output_tokens": 4000,
    },
    ensure_ascii=False,
    separators=(",", ":"),
)
WOULD_SEND = SendingView(
    provider=PROVIDER,
    would_send=(
        Sending(
            purpose=SendingPurpose.READ_RESUME,
            fields=(SentField.RESUME_WORK, SentField.RESUME_SKILLS),
            text=_TEXT,
            bytes=len(_BODY.encode()) + 55,
            body=_BODY,
        ),
    ),
)
DISCLOSURES = Disclosures(
    provider=PROVIDER,
    sent=(
        Disclosure(
            purpose=SendingPurpose.READ_RESUME,
            item_id=RESUME_ID,
            fields=(SentField.RESUME_WORK, SentField.RESUME_SKILLS),
            bytes=2104,
            tries=1,
            provider=PROVIDER.name,
            model=PROVIDER.model,
            retention=PROVIDER.retention,
            outcome=SendingOutcome.ANSWERED,
            at=AT,
        ),
    ),
)
SENDING = WOULD_SEND.model_copy(update={"sent": DISCLOSURES.sent})
