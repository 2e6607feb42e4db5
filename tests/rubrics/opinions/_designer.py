"""What the second opinions on designs share: who is joined with whom, and what travels, read from the answer itself."""


def levels(setting):
    return {card["id"]: card["level"] for card in setting["palette"]}


def kinds(setting):
    return {card["id"]: card["type"] for card in setting["palette"]}


def flows(answer):
    """What travels: from whom, to whom, for what and with what; a tie both ways goes once in each direction."""
    for tie in answer["ties"]:
        said = tie["purpose"], tie.get("payload")
        yield (tie["from"], tie["to"], *said)
        if tie["both"]:
            yield (tie["to"], tie["from"], *said)


def pairs(answer, *purposes):
    """The two ends of each tie, in both orders; of ties for these purposes, or of all."""
    ties = [tie for tie in answer["ties"] if not purposes or tie["purpose"] in purposes]
    return {(tie["from"], tie["to"]) for tie in ties} | {(tie["to"], tie["from"]) for tie in ties}


def partners(answer, actor, *purposes):
    return {other for one, other in pairs(answer, *purposes) if one == actor}


def idle(answer):
    """Those placed whom no tie joins."""
    return set(answer["actors"]) - {one for one, _ in pairs(answer)}


def is_connected(answer):
    """Merge the islands that a tie joins; one island left is one network. Nobody placed is no network."""
    islands = [{actor} for actor in set(answer["actors"])]
    for tie in answer["ties"]:
        touched = [island for island in islands if island & {tie["from"], tie["to"]}]
        islands = [island for island in islands if island not in touched] + [set().union(*touched)]
    return len(islands) == 1


def said(answer, field):
    """The different purposes or payloads that ties name."""
    return {tie.get(field) for tie in answer["ties"]} - {None}


def holding(opinions):
    """The ids of the criteria of which an opinion says that they hold."""
    return {criterion for criterion, holds in opinions.items() if holds}
