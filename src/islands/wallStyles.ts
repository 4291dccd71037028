// The rules of the wall come with its script: wall.css first, then those of each kind of scene and of what is done to it.
import.meta.glob('../theme/wall*.css', { eager: true });
