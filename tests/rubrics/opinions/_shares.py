"""Who does what in a design with functions, read from the answer itself."""


def leads(answer, function):
    """Who leads a function, however the answer writes it, each once."""
    lead = (answer["functions"].get(function) or {}).get("lead")
    return set() if lead is None else {lead} if isinstance(lead, str) else set(lead)


def support(answer, function):
    return set((answer["functions"].get(function) or {}).get("support", []))


def team(answer, function):
    return leads(answer, function) | support(answer, function)


def ids(setting, part):
    return [entry["id"] for entry in setting[part]]


def ways(answer, *purposes):
    """From whom to whom something travels for one of these purposes, each way once."""
    found = set()
    for tie in answer["ties"]:
        if tie["purpose"] in purposes:
            found |= {(tie["from"], tie["to"])} | ({(tie["to"], tie["from"])} if tie["both"] else set())
    return found
