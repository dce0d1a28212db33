"""The headings by which plans name the columns of the model, as data.

Written as ``normalised`` makes them: lower case, no signs, ``lead/s`` and ``lead(s)`` as
``leads``. A heading that names two things, such as "Rationale / Intended Outcome", may stand
here as a whole.
"""

from __future__ import annotations

SYNONYMS: dict[str, tuple[str, ...]] = {
    "id": (
        "id", "no", "nr", "number", "ref", "ref no", "reference", "reference no", "item",
        "item no", "serial no", "action id", "action no", "action number", "action ref",
        "action reference",
    ),
    "indicators": (
        "indicator", "indicators", "metric", "metrics", "wres indicator", "wres indicators",
        "wres metric", "wres metrics", "indicator no", "metric no", "wres indicator no",
        "wres", "wres standard", "indicator metric",
    ),
    "theme": (
        "theme", "themes", "area", "area of focus", "focus area", "key area", "workstream",
        "category", "domain", "strand", "priority area",
    ),
    "objective": (
        "objective", "objectives", "aim", "aims", "goal", "goals", "equality objective",
        "equality objectives", "wres objective", "objective aim", "what do we want to achieve",
        "what we want to achieve",
    ),
    "action": (
        "action", "actions", "action required", "actions required", "required action",
        "required actions", "action to be taken", "actions to be taken", "agreed action",
        "agreed actions", "proposed action", "proposed actions", "planned action",
        "planned actions", "key action", "key actions", "activity", "activities", "task",
        "tasks", "intervention", "interventions", "recommendation", "recommendations",
        "action description", "description of action", "what will we do", "what we will do",
        "what are we going to do", "actions stakeholders", "actions stakeholder",
    ),
    "sub_actions": (
        "sub action", "sub actions", "step", "steps", "key steps", "milestone", "milestones",
    ),
    "lead": (
        "lead", "leads", "responsible", "owner", "owners", "stakeholder", "stakeholders",
        "responsibility", "accountable", "by whom", "who", "led by", "lead officer",
        "lead director", "lead person", "lead responsibility", "responsible lead",
        "responsible person", "responsible officer", "responsible owner", "person responsible",
        "action owner", "action lead", "executive lead", "named lead", "sro",
        "accountable officer", "accountable lead", "who will lead", "who is responsible",
    ),
    "rationale": (
        "rationale", "reason", "reasons", "why", "why are we doing this", "purpose",
        "rationale intended outcome", "rationale intended outcomes", "narrative", "background",
        "evidence of need", "issue", "issues", "gap identified", "what the data tells us",
    ),
    "outcome": (
        "outcome", "outcomes", "expected outcome", "expected outcomes", "intended outcome",
        "intended outcomes", "desired outcome", "desired outcomes", "impact", "expected impact",
        "what will success look like", "what difference will this make",
        "intended impact", "expected result", "expected results",
    ),
    "timeframe": (
        "timeframe", "timeframes", "timescale", "timescales", "when", "by when", "due", "due by",
        "due date", "date due", "date", "deadline", "deadlines", "target date", "end date",
        "completion date", "target completion date", "date for completion",
        "expected completion date", "timeline", "timelines",
        "time scale", "time scales", "date of completion", "planned completion date",
    ),
    "rag": (
        "rag", "rag rating", "rag status", "brag", "brag rating", "brag status", "status",
        "state", "current status", "progress rag", "rag progress", "progress status",
    ),
    "progress": (
        "progress", "progress to date", "progress update", "progress updates", "progress notes",
        "update", "updates", "latest update", "current position", "achievements", "what we did",
        "progress how will this be monitored",
    ),
    "monitoring": (
        "monitoring", "how will this be monitored", "how is it monitored", "monitored by",
        "monitoring arrangements", "measure", "measures", "measure of success",
        "measures of success", "success measure", "success measures", "success criteria",
        "how will we measure success", "how will success be measured", "how will we know",
        "kpi", "kpis", "key performance indicator", "key performance indicators",
        "performance indicator", "performance indicators", "performance metric",
        "performance metrics", "performance measure", "performance measures", "success metric",
        "success metrics", "success indicator", "success indicators", "indicator of success",
        "indicators of success", "metric of success", "metrics of success", "outcome measure",
        "outcome measures", "progress indicator", "progress indicators", "progress measure",
        "progress measures", "key measure", "key measures", "measurement", "measurements",
        "evidence", "measure of progress", "measures of progress", "how will we know it has worked",
        "what does success look like", "outcome metric", "outcome metrics", "impact measure",
        "impact measures", "impact indicator", "impact indicators", "key metric", "key metrics",
        "key indicator", "key indicators", "outcome indicator", "outcome indicators",
        "target metric", "target metrics", "assurance", "governance", "evidence of success",
    ),
    "carried_over_from": (
        "carried over", "carried over from", "carried forward", "carried forward from",
        "brought forward from", "previous action", "previous plan",
    ),
    "see_actions": ("see actions", "linked actions", "related actions"),
    "see_plans": (
        "see plans", "other plans", "linked plans", "related plans", "cross reference",
        "cross references", "link to other plans", "links to other plans",
    ),
    "priorities": (
        "priorities", "link to priorities", "links to priorities", "link to priority",
        "strategic priority", "strategic priorities", "trust priority", "trust priorities",
        "edi priority", "edi priorities", "high impact action", "high impact actions", "hia",
        "link to high impact actions", "link to strategic priorities",
    ),
    "note": (
        "note", "notes", "comment", "comments", "remarks", "additional information",
    ),
}  # fmt: skip
