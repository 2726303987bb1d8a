"""Stories over time, as bars, in the finest scale that holds them all in few enough."""

from collections import Counter
from collections.abc import Iterable

from morgue.publication.catalogue import Catalogue
from morgue.publication.chart_views import Bar, Period, Tick, Timeline
from morgue.publication.timeline_scales import SCALES, Scale

_MOST_BARS = 72
"""Six years of months; no bar is thinner than three pixels on a screen of 320."""

_LEAST = 3
"""Stories, below which the list itself says it all."""

_TICKS = 6
_HEIGHT = 72
_PART = 2
"""The least of a bar's parts, and what parts them."""

_WIDEST = 3.0
"""Of a bar, in per cent of the whole."""

_FILLED = 0.8
"""How much of its place a bar takes where there are many; the rest is a gap."""


def timeline(catalogue: Catalogue, stories: Iterable[tuple[str, bool]]) -> Timeline | None:
    """Return the timeline of stories, of each the date (ISO 8601) and whether it holds a quote.

    There is none where there are few or all stand in one period, for then there is nothing to see.
    """
    found = sorted(stories)
    if len(found) < _LEAST:
        return None
    scale = next((scale for scale in SCALES if _fits(scale, [date for date, _ in found])), None)
    if scale is None:
        return None
    counts = Counter(scale.number(date) for date, _ in found)
    quoted = Counter(scale.number(date) for date, holds_quote in found if holds_quote)
    numbers = [number for number in counts if number is not None]
    shown = range(min(numbers), max(numbers) + 1)
    bars = _bars([Period(scale.shown(catalogue, number), counts[number], quoted[number]) for number in shown])
    vague = [(date[:4], holds_quote) for date, holds_quote in found if scale.number(date) is None]
    years = Counter(year for year, _ in vague)
    years_quoted = Counter(year for year, holds_quote in vague if holds_quote)
    return Timeline(
        unit=scale.unit,
        bars=bars,
        ticks=_ticks(bars),
        periods=(
            *(bar.period for bar in bars if bar.period.stories),
            *(Period(f"{year}, {scale.unit} unknown", years[year], years_quoted[year]) for year in sorted(years)),
        ),
        most=max(bar.period.stories for bar in bars),
        height=_HEIGHT,
        quoted=sum(holds_quote for _, holds_quote in found),
    )


def _fits(scale: Scale, dates: list[str]) -> bool:
    """Say whether a scale tells dates apart in few enough bars, and leaves out none but of a year that it shows."""
    numbers = [number for date in dates if (number := scale.number(date)) is not None]
    if not numbers or not 0 < max(numbers) - min(numbers) < _MOST_BARS:
        return False
    vague = [date for date in dates if scale.number(date) is None]
    shown = range(scale.year(min(numbers)), scale.year(max(numbers)) + 1)
    return all(scale.months and int(date[:4]) in shown for date in vague)


def _bars(periods: list[Period]) -> tuple[Bar, ...]:
    """Return the bars, the first at the beginning and the last at the end, however few they are."""
    most = max(period.stories for period in periods)
    width = min(_WIDEST, 100 / len(periods) * _FILLED)
    step = (100 - width) / (len(periods) - 1)
    return tuple(
        Bar(period, round(number * step, 3), round(width, 3), *_heights(period, most))
        for number, period in enumerate(periods)
    )


def _heights(period: Period, most: int) -> tuple[int, int, int]:
    """Return how high a period stands, and its two parts; whatever is not nothing can be seen."""
    if not period.stories:
        return 0, 0, 0
    height = max(round(_HEIGHT * period.stories / most), 3 * _PART)
    if period.quoted in (0, period.stories):
        return height, height if period.quoted else 0, 0 if period.quoted else height
    quoted = min(max(round(_HEIGHT * period.quoted / most), _PART), height - 2 * _PART)
    return height, quoted, height - quoted - _PART


def _ticks(bars: tuple[Bar, ...]) -> tuple[Tick, ...]:
    """Return names below the first and the last bar, and below a few between them where there is room."""
    last = len(bars) - 1
    step = -(-last // (_TICKS - 1))
    inner = [bars[number] for number in range(step, last - step + 1, step)]
    return (
        Tick(bars[0].period.shown, 0, "start", inner=False),
        *(Tick(bar.period.shown, round(bar.x + bar.width / 2, 3), "middle", inner=True) for bar in inner),
        Tick(bars[last].period.shown, 100, "end", inner=False),
    )
