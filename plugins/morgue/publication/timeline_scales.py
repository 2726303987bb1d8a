"""Stretches of time by number: days, weeks, months, or so many years each."""

from dataclasses import dataclass
from datetime import date, timedelta

from morgue.publication.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Scale:
    """Periods of a length: of so many days, or months, or years."""

    unit: str
    days: int = 0
    months: int = 0
    years: int = 0

    def number(self, iso: str) -> int | None:
        """Return the period of a date, counted from the year 1 on or before it; None where the date is too vague."""
        if self.days:
            return (
                (date.fromisoformat(iso[:10]).toordinal() - 1) // self.days if len(iso) >= len("2025-02-18") else None
            )
        if self.months:
            return int(iso[:4]) * 12 + int(iso[5:7]) - 1 if len(iso) >= len("2025-02") else None
        return int(iso[:4]) // self.years

    def year(self, number: int) -> int:
        """Return the year in which a period begins."""
        if self.days:
            return self._first_day(number).year
        return number // 12 if self.months else number * self.years

    def shown(self, catalogue: Catalogue, number: int) -> str:
        """Return a period's name: of a week, its Monday's."""
        if self.years:
            first = number * self.years
            return str(first) if self.years == 1 else f"{first}–{first + self.years - 1}"
        iso = self._first_day(number).isoformat() if self.days else f"{number // 12:04}-{number % 12 + 1:02}"
        found = catalogue.date(iso)
        return found.shown if found else ""

    def _first_day(self, number: int) -> date:
        return date(1, 1, 1) + timedelta(days=number * self.days)  # a Monday, in the calendar that dates are written in


SCALES = (
    Scale("day", days=1),
    Scale("week", days=7),
    Scale("month", months=1),
    Scale("year", years=1),
    Scale("decade", years=10),
    Scale("century", years=100),
    Scale("millennium", years=1000),
)
"""From the finest on."""
