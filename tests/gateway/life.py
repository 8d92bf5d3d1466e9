"""A whole way through the product, so that every page has something to show."""

from dataclasses import dataclass

from tests.gateway.client import Browser

RESUME = {"title": "My file", "text": "Backend engineer, 40 services moved to Python."}
JOB = {"title": "The job", "text": "You must know Python."}


@dataclass
class Life:
    """Addresses of the pages of one finished practice."""

    resume: str
    job: str
    fit: str
    interview: str


def a_full_life(browser: Browser) -> Life:
    resume = browser.post("/resumes", **RESUME).headers["Location"]
    job = browser.post("/job-descriptions", **JOB).headers["Location"]
    ids = {"resume_id": last(resume), "job_description_id": last(job)}
    fit = browser.post("/fits", **ids).headers["Location"]
    interview = browser.post("/interviews", fit_id=last(fit)).headers["Location"]
    return Life(resume, job, fit, interview.split("#")[0])


def a_finished_life(browser: Browser) -> Life:
    life = a_full_life(browser)
    browser.post(f"{life.interview}/start")
    browser.get(life.interview)
    sent = {name: browser.field(name) for name in ("turn_id", "asked")}
    browser.post(life.interview, **sent, text="I moved them, and it worked.")
    browser.post(f"{life.interview}/finish")
    return life


def last(path: str) -> str:
    return path.split("#", maxsplit=1)[0].rsplit("/", 1)[-1]
