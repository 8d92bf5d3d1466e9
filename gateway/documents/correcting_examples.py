"""An invented correction of a job description, as the API's description shows it."""

from contracts.analysis import Seniority, Strength
from contracts.corrections import JobCorrections, OwnFacts, OwnRequirement, RequirementCorrection
from contracts.work import Remote

JOB_CORRECTIONS = JobCorrections(
    facts=OwnFacts(title="Backend engineer", mode=Remote.HYBRID, level=Seniority.MID),
    requirements=(
        RequirementCorrection(of="q2"),
        RequirementCorrection(
            now=OwnRequirement(
                quote="You must know Kubernetes.",
                strength=Strength.NICE,
                min_years=2.0,
                looked_for=("Kubernetes or Docker",),
            )
        ),
    ),
)
