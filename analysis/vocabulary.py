"""The vocabulary of discrepancies: one list for ledger, machine and pages."""

TYPES = {
    "quantity": "how many, how much, how long",
    "date": "when",
    "name": "how a person, place or thing is called or spelled",
    "role": "office, rank, function or kind of unit",
    "place": "where",
    "quotation": "the words of an utterance",
    "attribution": "on whose word a statement stands",
    "certainty": "how sure the account is",
    "claim": "what happened",
    "correction": "a statement that another account has corrected",
    "omission": "what one account leaves out",
    "label": "the word chosen for the same thing",
}
KINDS = {
    "cannot both be right": "same population, same time, disjoint at the stated precision, independent accounts",
    "may both be right": "the accounts differ, and neither excludes the other",
    "changed in rewriting": "rewording or translating alone could have made the difference",
    "changed over time": "time explains the difference",
    "stands after a correction": "an account still holds what another has corrected",
}
RELATIONS = {
    "equal": "the same value",
    "finer": "one value lies inside the other",
    "compatible": "different, and both can hold",
    "disjoint": "both cannot hold",
}
ORIGINS = ("machine", "human")
STATUSES = ("candidate", "confirmed", "rejected")
