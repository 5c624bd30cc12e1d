"""Draws lines of machine readable zones whose text is known, as cameras and scanners see them.

Every line follows from its seed. Debian's fonts-ocr-b has the typeface (ISO 1073-2).
"""
import math

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
HEIGHT = 28
PITCH = 16
MARGIN = 24
"""Pixels of a strip as the network sees it: its height, the step from character to character, ground on either side."""

OCR_B = "/usr/share/fonts/opentype/ocr-b/OCRB.otf"
OTHERS = ["/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf"]
MASTER_PITCH = 48
"""Characters are drawn this far apart first, so that everything that happens to them afterwards is a reduction."""


def glyphs_of(path):
    """Each character as ink 0..1 in a box of twice the master pitch, centred as in print; capitals as high as OCR-B's."""
    size = 10
    while ImageFont.truetype(path, size).getmask("H").size[1] < 0.93 * MASTER_PITCH:
        size += 1
    font = ImageFont.truetype(path, size)
    side = 2 * MASTER_PITCH
    drawn = []
    for character in ALPHABET:
        box = Image.new("L", (side, side))
        ImageDraw.Draw(box).text((side / 2, side * 0.72), character, fill=255, font=font, anchor="ms")
        drawn.append(np.asarray(box, np.float32) / 255)
    return drawn


def load_fonts():
    fonts = [glyphs_of(OCR_B)]
    for path in OTHERS:
        try:
            fonts.append(glyphs_of(path))
        except OSError:
            pass
    return fonts


def text(rng):
    """A line as it might stand in a zone: names with fillers, numbers, dates, or anything at all."""
    length = int(rng.choice([30, 36, 44]))
    kind = rng.random()
    letters = lambda n: "".join(ALPHABET[10 + i] for i in rng.integers(0, 26, n))
    digits = lambda n: "".join(ALPHABET[i] for i in rng.integers(0, 10, n))
    if kind < 0.35:
        line = rng.choice(["P<", "I<", "ID", "V<", "A<", "C<", "AC", "IP", "PM", "PD"]) + letters(3)
        while len(line) < length and rng.random() < 0.8:
            line += letters(int(rng.integers(2, 10))) + ("<<" if rng.random() < 0.4 else "<")
        line = line.ljust(length, "<")
    elif kind < 0.7:
        line = "".join(letters(1) if rng.random() < 0.35 else digits(1) for _ in range(9)) + digits(1) + letters(3)
        line += digits(6) + digits(1) + rng.choice(["M", "F", "<"]) + digits(7)
        line += "".join(rng.choice([digits(1), letters(1), "<"], p=[0.5, 0.15, 0.35]) for _ in range(44))
    else:
        line = "".join(ALPHABET[i] for i in rng.integers(0, 37, length))
    return line[:length]


def smooth_noise(rng, h, w, cell):
    small = rng.random((max(2, int(h / cell) + 2), max(2, int(w / cell) + 2))).astype(np.float32)
    return cv2.resize(small, (w, h), interpolation=cv2.INTER_CUBIC).clip(0, 1)


def ink_of(rng, line, font):
    """Ink 0..1 at the master scale, with the neighbouring lines above and below, and the pitch in pixels."""
    side = 2 * MASTER_PITCH
    rows = int(HEIGHT / PITCH * MASTER_PITCH * 1.6)
    columns = (len(line) + 2 * MARGIN // PITCH + 1) * MASTER_PITCH
    page = np.zeros((rows + 2 * side, columns + 2 * side), np.float32)
    centre = rows / 2 + side
    first = (MARGIN / PITCH + 0.5) * MASTER_PITCH + side
    leading = MASTER_PITCH * rng.uniform(1.45, 2.4)
    for row in (-1, 0, 1):
        if row and rng.random() < 0.35:
            continue
        written = line if row == 0 else text(rng)
        for k, character in enumerate(written):
            at = first + k * MASTER_PITCH + rng.normal(0, 0.012 * MASTER_PITCH)
            if at + MASTER_PITCH >= page.shape[1]:
                break
            # Capitals end at 0.72 of their box and are 0.47 of it high: their middle lies near 0.48.
            y = int(round(centre + row * leading - 0.485 * side + rng.normal(0, 0.008 * MASTER_PITCH)))
            x = int(round(at - side / 2))
            if y < 0 or y + side > page.shape[0] or x < 0:
                continue
            box = page[y:y + side, x:x + side]
            np.maximum(box, font[ALPHABET.index(character)], out=box)
    weight = rng.normal(0, 1.6)
    if abs(weight) > 0.7:
        kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * int(round(abs(weight))) + 1,) * 2)
        page = cv2.dilate(page, kernel) if weight > 0 else cv2.erode(page, kernel)
    return page, first, centre


def strip(seed, fonts):
    """One strip (HEIGHT x width, 0..255, ink dark) and for every character of its text the index and the centre x in pixels."""
    rng = np.random.default_rng(seed)
    line = text(rng)
    font = fonts[0] if rng.random() < 0.92 else fonts[rng.integers(len(fonts))]
    page, first, centre = ink_of(rng, line, font)
    # The camera sees characters of 5 to 26 pixels: the lower end is what chats and web pages leave.
    seen_pitch = math.exp(rng.uniform(math.log(5), math.log(26)))
    scale = seen_pitch / MASTER_PITCH
    width = max(8, int(round(page.shape[1] * scale)))
    height = max(8, int(round(page.shape[0] * scale)))
    ink = cv2.resize(page, (width, height), interpolation=cv2.INTER_AREA)
    paper = rng.uniform(120, 255)
    dark = paper * rng.uniform(0.05, 0.7)
    ground = paper + (smooth_noise(rng, height, width, rng.uniform(2, 40)) - 0.5) * rng.uniform(0, 0.35) * paper
    if rng.random() < 0.45:
        yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
        turn = rng.uniform(0, math.pi)
        wave = xx * math.cos(turn) + yy * math.sin(turn) + 3 * np.sin(xx * rng.uniform(0.02, 0.3))
        ground = ground + rng.uniform(0.02, 0.2) * (paper - dark) * np.sin(wave * 2 * math.pi / rng.uniform(0.15, 2) / seen_pitch)
    image = ground * (1 - ink) + dark * ink
    image = image * (1 - rng.uniform(0, 0.5) * smooth_noise(rng, height, width, rng.uniform(0.2, 1) * width))
    if rng.random() < 0.1:
        centre_x, spread = rng.uniform(0, width), rng.uniform(1, 6) * seen_pitch
        image = image + rng.uniform(30, 160) * np.exp(-((np.arange(width)[None] - centre_x) / spread) ** 2)
    sigma = abs(rng.normal(0, 0.07)) * seen_pitch
    if sigma > 0.15:
        image = cv2.GaussianBlur(image, (0, 0), sigma)
    if rng.random() < 0.2:
        length = max(1, int(rng.uniform(0.05, 0.35) * seen_pitch))
        kernel = np.zeros((2 * length + 1,) * 2, np.float32)
        turn = rng.uniform(0, math.pi)
        cv2.line(kernel, (int(length + length * math.cos(turn) / 2), int(length + length * math.sin(turn) / 2)),
                 (int(length - length * math.cos(turn) / 2), int(length - length * math.sin(turn) / 2)), 1.0)
        image = cv2.filter2D(image, -1, kernel / kernel.sum())
    image = np.clip(image + rng.normal(0, rng.uniform(0, 9), image.shape), 0, 255).astype(np.uint8)
    if rng.random() < 0.6:
        image = cv2.imdecode(cv2.imencode(".jpg", image, [1, int(rng.integers(15, 96))])[1], 0)
    # What the product cuts out lies a little off: start, pitch, lean, bend, height.
    pitch = PITCH * rng.uniform(0.97, 1.03)
    x_shift, y_shift = rng.normal(0, 2.5), rng.normal(0, 1.2)
    lean, bend = rng.normal(0, 0.004), rng.normal(0, 0.8)
    tall = rng.uniform(0.85, 1.15)
    columns = len(line) * PITCH + 2 * MARGIN
    xs = np.arange(columns, dtype=np.float32)
    from_x = ((xs - MARGIN - PITCH / 2 - x_shift) / pitch * MASTER_PITCH + first + 0.5) * scale - 0.5
    along = (xs - columns / 2) / columns
    offset = y_shift + lean * (xs - columns / 2) + bend * (4 * along ** 2 - 0.33)
    ys = np.arange(HEIGHT, dtype=np.float32)
    from_y = ((ys[:, None] - (HEIGHT - 1) / 2 + offset[None]) * tall / PITCH * MASTER_PITCH + centre + 0.5) * scale - 0.5
    # Enlarged from few pixels or reduced from many, as the product does it.
    if pitch < seen_pitch:
        image = cv2.GaussianBlur(image, (0, 0), 0.35 * seen_pitch / pitch)
    cut = cv2.remap(image, np.broadcast_to(from_x[None], from_y.shape).astype(np.float32), from_y.astype(np.float32), cv2.INTER_LINEAR,
                    borderMode=cv2.BORDER_REPLICATE)
    if rng.random() < 0.03:
        cut = 255 - cut
    centres = MARGIN + PITCH / 2 + x_shift + np.arange(len(line)) * pitch
    return cut, [ALPHABET.index(c) for c in line], centres


def normalised(cut):
    """Levels as the network takes them: the mean of the strip is 0, its spread 1."""
    values = cut.astype(np.float32)
    return (values - values.mean()) / (values.std() + 4)
