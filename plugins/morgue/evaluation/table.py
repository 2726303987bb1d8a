"""What an evaluation says, as lines for people."""

from collections.abc import Iterator

from morgue.evaluation.extraction import ExtractionReport


def extraction_table(report: ExtractionReport) -> str:
    """Return the scores of an extraction as lines of text."""
    return "\n".join(_extraction(report))


def _extraction(report: ExtractionReport) -> Iterator[str]:
    yield f"{'pages':>12}  {report.pages}"
    yield f"{'published':>12}  {report.published}"
    yield f"{'word F1':>12}  {report.f1:.4f}"
    yield f"{'exact':>12}  {report.exact:.1%}"
    yield f"{'leak':>12}  {report.leak:.4f}"
    for name, field in report.fields.items():
        right = field.right / field.labelled if field.labelled else 0
        missing, invented = f"{field.missing} of {field.labelled}", f"{field.invented} of {field.unlabelled}"
        yield f"{name:>12}  {right:.3f} right, {missing} missing, {invented} invented"
    for kind, reasons in (("failed", report.failed), ("refused", report.refused)):
        for reason, count in reasons.items():
            yield f"{kind:>12}  {count}: {reason}"
    yield f"{'worst pages':>12}  " + ", ".join(f"{page.id} ({page.f1:.2f})" for page in report.worst[:10])
