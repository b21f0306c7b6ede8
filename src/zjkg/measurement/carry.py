"""What one sentence leaves to the next: the time told last, the whole told last."""

from __future__ import annotations

from dataclasses import dataclass, field

from zjkg.measurement.carried_english import is_stretch
from zjkg.measurement.time_expressions import Known
from zjkg.model import Period, Quantity, Span


@dataclass(frozen=True, slots=True)
class Carry:
    """What one sentence leaves to the next.

    ``told_in`` is the block that last gave a period, ``day_in`` the one that last named a day;
    ``stretch`` is the last period with both ends that this block gave, ``before`` are the
    last quantities.
    """

    block: int
    period: Period | None
    share: Span | None
    told_in: int = -1
    day_in: int = -1
    told: Known = field(default_factory=lambda: Known(None))
    noun: str | None = None
    amount: Span | None = None
    stretch: Period | None = None
    money: Span | None = None
    before: tuple[Quantity, ...] = ()

    def stretch_before(self, block: int) -> Period | None:
        """The stretch of time told last in a block; else the time told last, if it is near."""
        if self.block == block and self.stretch is not None:
            return self.stretch
        near = block - self.told_in <= 1
        return self.period if near and self.period and is_stretch(self.period) else None
