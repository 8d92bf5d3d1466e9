"""An invented correction of a job description, as the API's description shows it."""

from contracts.analysis import Strength
from contracts.corrections import JobCorrections, OwnRequirement, RequirementCorrection

JOB_CORRECTIONS = JobCorrections(
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
    )
)
