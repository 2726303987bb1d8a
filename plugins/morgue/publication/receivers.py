"""What Morgue does at each of Pelican's signals. Receivers are held weakly, so they stand here, at module level."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pelican.log import console
from pelican.plugins import signals

from morgue.authority import AuthorityErrors
from morgue.pipeline import Outcome, WorkersError, run_archive
from morgue.progress import shown
from morgue.publication import output_folder
from morgue.publication.articles import Articles
from morgue.publication.catalogue import Catalogue
from morgue.publication.clipping_view import clipping_views
from morgue.publication.edition import Edition
from morgue.publication.generators import ArchiveGenerator, SearchGenerator
from morgue.publication.pelican_settings import prepare
from morgue.publication.pictures.made import archive_pictures
from morgue.publication.pictures.shapes import FOLDER
from morgue.publication.reader import EXTENSIONS, MarkdownReader, Page, corrections_page
from morgue.publication.summary import counts, spoken_summary, write_summary
from morgue.publication.writer import ArchiveWriter
from morgue.settings import SettingsError
from morgue.workspace import open_workspace


def open_edition(pelican: Any) -> None:
    """Check settings, authority files and output folder, and join in. Exit with status 1 where one cannot stand."""
    settings = pelican.settings
    try:
        prepare(settings)
        workspace = open_workspace(settings, Path(settings["PATH"]).parent)
        output_folder.require_ours(Path(settings["OUTPUT_PATH"]), workspace.content)
    except (SettingsError, AuthorityErrors) as error:
        raise SystemExit(f"Nothing was written.\n{error}") from error
    settings["EDITION"] = Edition(workspace)
    settings["MORGUE"] = workspace.settings
    pelican.delete_outputdir = False  # Pelican would delete before a capture is read
    signals.readers_init.connect(_read_markdown)
    signals.generator_init.connect(_forget_disabled_markdown)
    signals.article_generator_pretaxonomy.connect(_add_clippings)
    signals.page_generator_finalized.connect(_take_in_pages)
    signals.all_generators_finalized.connect(_empty_output)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
    signals.finalized.connect(_say_what_was_done)


def _read_markdown(readers: Any) -> None:
    readers.reader_classes.update(dict.fromkeys(EXTENSIONS, MarkdownReader))


def _forget_disabled_markdown(generator: Any) -> None:
    """Keep Pelican from warning that its own Markdown reader lacks a package."""
    for extension in EXTENSIONS:
        generator.readers.disabled_readers.pop(extension, None)


def _add_clippings(generator: Any) -> None:
    """Run the rooms and give Pelican an article for each clipping, beside any that it read itself."""
    edition = _edition(generator)
    if edition.articles:  # pelican --autoreload builds again: the authority files may have changed
        edition.workspace = open_workspace(generator.settings, edition.workspace.root)
    workspace = edition.workspace
    try:
        archive = run_archive(workspace, _progress, _warn)
        edition.catalogue = Catalogue(archive, workspace.authority, workspace.settings, generator.settings)
        edition.catalogue.pictures = archive_pictures(edition.catalogue, workspace, edition.make_room(), _warn)
    except AuthorityErrors as error:  # rows for what is not in a container are known now
        raise SystemExit(f"Nothing was written.\n{error}") from error
    except WorkersError as error:
        raise SystemExit(f"Nothing was written: {error}") from error
    except KeyboardInterrupt:  # of which Pelican makes a success
        raise SystemExit("Interrupted: nothing was written.") from None
    articles = Articles(edition.catalogue, generator.context)
    edition.articles = {url: articles.article(view) for url, view in clipping_views(edition.catalogue).items()}
    listed = [article for article in edition.articles.values() if article.status == "published"]
    generator.articles = sorted([*generator.articles, *listed], key=lambda article: article.url)
    generator.articles.sort(key=lambda article: article.date, reverse=True)
    generator.hidden_articles += [article for article in edition.articles.values() if article.status == "hidden"]


def _take_in_pages(generator: Any) -> None:
    """Let templates take the HTML of pages as it is; Pelican lets no plugin choose a page's class.

    Tell them too where the pages say how to correct the archive.
    """
    for page in (*generator.pages, *generator.translations, *generator.hidden_pages, *generator.draft_pages):
        page.__class__ = Page
    generator.context["CORRECTIONS"] = corrections_page(generator.pages)


def _empty_output(generators: Iterable[Any]) -> None:
    """Delete the last build, now that nothing can stop this one, and leave a mark that the folder is ours."""
    generator = next(iter(generators))
    output = Path(generator.output_path)
    try:
        output_folder.empty(output, generator.settings["OUTPUT_RETENTION"])
    except SettingsError as error:
        raise SystemExit(str(error)) from error
    edition = _edition(generator)
    write_summary(edition.catalogue, output)
    output_folder.lay_down(edition.made, output / FOLDER)


def _generators(pelican: Any) -> tuple[type, ...]:  # noqa: ARG001  Pelican's signature
    return (ArchiveGenerator, SearchGenerator)


def _writer(pelican: Any) -> type:  # noqa: ARG001  Pelican's signature
    return ArchiveWriter


def _say_what_was_done(pelican: Any) -> None:
    """Say what became of the captures; exit with status 1 where more failed than MORGUE_MAX_FAILURES allows."""
    edition = _edition(pelican)
    console.print(spoken_summary(edition.catalogue), highlight=False, markup=False, soft_wrap=True)
    found = counts(edition.catalogue)
    if edition.workspace.settings.too_many_failures(found["failures"], found["captures"]):
        allowed = edition.workspace.settings.max_failures
        raise SystemExit(f"{found['failures']} captures failed; MORGUE_MAX_FAILURES allows {allowed}.")


def _progress(outcomes: Iterator[Outcome], files: int) -> Iterable[Outcome]:
    return shown(outcomes, files, console)


def _warn(warning: str) -> None:
    console.print(f"Warning: {warning}", highlight=False, markup=False, soft_wrap=True)


def _edition(sender: Any) -> Edition:
    edition: Edition = sender.settings["EDITION"]
    return edition
