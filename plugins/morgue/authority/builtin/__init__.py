"""The built-in authority: states and the bodies of their governments, which every archive knows without a file."""

from morgue.authority.builtin.actors import built_in_actors, with_built_in
from morgue.authority.builtin.names import Known, known_in

__all__ = ["Known", "built_in_actors", "known_in", "with_built_in"]
