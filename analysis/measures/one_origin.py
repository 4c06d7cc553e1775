"""What speaks for one origin of two articles besides copied words, when it suffices, and how sure it is."""

import math
from dataclasses import dataclass

#: Probability from which one origin is taken as shown: by itself, and where one credits the other's outlet.
ONE_ORIGIN = 0.8
ONE_ORIGIN_CREDITED = 0.15
#: How often pairs were right that only a credit (26 of 31) or only a third text (25 of 27) made one of origin.
CREDITED_CONFIDENCE = 0.84
VIA_CONFIDENCE = 0.93


@dataclass(frozen=True)
class Evidence:
    """What speaks for one origin besides copied words.

    `probability` as fitted; `via`, the third article by way of which both share passages; `credited`, whether one
    names the other's outlet as its source; `stated`, whether a record derives one from the other.
    """

    probability: float = 0.0
    details: int = 0
    in_order: int = 0
    via: str = ""
    credited: bool = False
    stated: bool = False

    @property
    def by_itself(self) -> bool:
        """Whether the two show one origin without a third."""
        named = self.credited or self.stated
        return self.probability >= (ONE_ORIGIN_CREDITED if named else ONE_ORIGIN)

    @property
    def one_origin(self) -> bool:
        """Whether it suffices."""
        return bool(self.via) or self.by_itself

    @property
    def confidence(self) -> float:
        """The probability; where a third text or a credit decides, how often that was right (see benchmarks/)."""
        if self.probability >= ONE_ORIGIN:
            return self.probability
        return CREDITED_CONFIDENCE if self.by_itself else VIA_CONFIDENCE

    @property
    def said(self) -> str:
        """What shows one origin, in words."""
        if not self.by_itself:
            return f"both share passages with {self.via}"
        chance = round(2 * math.sqrt(self.details))
        credit = "; one names the other’s outlet as its source" if self.credited else ""
        credit += "; a record derives one from the other" if self.stated else ""
        return (
            f"of {self.details} details that both give once or twice, {self.in_order} stand in one order "
            f"(about {chance} would by chance){credit}"
        )
