"""Draws photographs of documents whose outline is known: made-up documents on made-up and on free grounds, seen at an angle.

Every picture follows from its seed. Free photographs (see --photos in train.py) serve as grounds and as faces on documents.
"""
import glob
import math

import cv2
import numpy as np

ASPECTS = [1.586, 1.586, 1.586, 1.42, 1.42, 1.0 / 0.707, 1.25, 2.0, 0.45]
FONTS = [cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_PLAIN, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def load_photos(folder):
    """The free photographs in a folder, at most 700 px on the long side."""
    photos = []
    for path in sorted(glob.glob(folder + "/*")):
        image = cv2.imread(path)
        if image is None:
            continue
        scale = 700 / max(image.shape[:2])
        photos.append(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else image)
    return photos


def noise(rng, h, w, cell):
    """Smooth noise 0..1 with features of about `cell` pixels."""
    small = rng.random((max(2, int(h / cell) + 2), max(2, int(w / cell) + 2))).astype(np.float32)
    return cv2.resize(small, (w, h), interpolation=cv2.INTER_CUBIC).clip(0, 1)


def colour(rng, low=0, high=255):
    return rng.integers(low, high + 1, 3).astype(np.float32)


def words(rng, n):
    return "".join(LETTERS[i] if i < 26 else " " for i in rng.integers(0, 29, n))


def print_lines(rng, page, x0, x1, y0, y1, size, ink, gap=1.7):
    """Rows of letters in a box of the page."""
    font = FONTS[rng.integers(len(FONTS))]
    scale = size / 21.0
    y = y0 + size
    while y < y1:
        length = rng.uniform(0.2, 1.0)
        text = words(rng, max(2, int((x1 - x0) * length / (size * 0.85))))
        cv2.putText(page, text, (int(x0), int(y)), font, scale, ink, 1, cv2.LINE_AA)
        y += size * gap * rng.uniform(0.9, 1.5)


def barcode_block(rng, page):
    """A stacked code as on the back of licences: cells of black and white with their quiet zone."""
    h, w = page.shape[:2]
    cell = int(rng.integers(1, 4))
    bw, bh = int(w * rng.uniform(0.3, 0.85)), int(h * rng.uniform(0.12, 0.35))
    x, y = int(rng.uniform(0.03, 0.97) * (w - bw)), int(rng.uniform(0.1, 0.95) * (h - bh))
    cells = rng.integers(0, 2, (bh // (2 * cell) + 1, bw // cell + 1)).astype(np.uint8) * 255
    code = cv2.resize(cells, None, fx=cell, fy=2 * cell, interpolation=cv2.INTER_NEAREST)[:bh, :bw]
    quiet = 4 * cell
    cv2.rectangle(page, (x - quiet, y - quiet), (x + bw + quiet, y + bh + quiet), (250, 250, 250), -1)
    page[y:y + bh, x:x + bw] = code[..., None]


def document(rng, photos):
    """A made-up document as an image, with the aspect of a card, a passport page, a sheet or a slip."""
    aspect = ASPECTS[rng.integers(len(ASPECTS))]
    w = 420
    h = int(w / aspect)
    if h > 620:
        h, w = 620, int(620 * aspect)
    kind = rng.random()
    base = colour(rng, 150, 255) if kind < 0.7 else colour(rng, 20, 255)
    if rng.random() < 0.35:
        base = np.full(3, rng.uniform(215, 255), np.float32)
    page = np.empty((h, w, 3), np.float32)
    page[:] = base
    if rng.random() < 0.7:
        other = np.clip(base + rng.normal(0, 35, 3), 0, 255)
        angle = rng.uniform(0, 2 * math.pi)
        yy, xx = np.mgrid[0:h, 0:w]
        t = (np.cos(angle) * xx / w + np.sin(angle) * yy / h + 1) / 2
        page = page * (1 - t[..., None]) + other.astype(np.float32) * t[..., None]
    if rng.random() < 0.6:
        yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
        wave = np.sin(xx * rng.uniform(0.1, 0.8) + 6 * np.sin(yy * rng.uniform(0.01, 0.1))) * rng.uniform(3, 16)
        page += wave[..., None] * rng.uniform(0.2, 1, 3)
    page = np.ascontiguousarray(np.clip(page, 0, 255).astype(np.uint8))
    ink = tuple(float(v) for v in (colour(rng, 0, 90) if base.mean() > 110 else colour(rng, 180, 255)))
    margin = int(0.05 * w)
    if rng.random() < 0.5:
        band = tuple(float(v) for v in colour(rng))
        cv2.rectangle(page, (0, 0), (w, int(h * rng.uniform(0.08, 0.22))), band, -1)
        cv2.putText(page, words(rng, 18), (margin, int(h * 0.12)), FONTS[rng.integers(4)], w / 600, tuple(255 - v for v in band), 2, cv2.LINE_AA)
    has_portrait = rng.random() < 0.6
    if has_portrait:
        pw = int(w * rng.uniform(0.2, 0.32))
        ph = int(min(h * 0.62, pw * 1.3))
        x = margin if rng.random() < 0.75 else w - margin - pw
        y = int(h * rng.uniform(0.18, 0.3))
        if photos and rng.random() < 0.6:
            source = photos[rng.integers(len(photos))]
            size = int(min(source.shape[:2]) * rng.uniform(0.3, 1))
            sy = rng.integers(0, source.shape[0] - size + 1)
            sx = rng.integers(0, source.shape[1] - size + 1)
            patch = cv2.resize(source[sy:sy + size, sx:sx + size], (pw, max(4, ph)))
        else:
            patch = np.empty((max(4, ph), pw, 3), np.uint8)
            patch[:] = colour(rng, 150, 245)
            skin = tuple(float(v) for v in np.array([90, 130, 190]) * rng.uniform(0.4, 1.25))
            cv2.ellipse(patch, (pw // 2, ph), (pw // 2, ph // 3), 0, 0, 360, tuple(float(v) for v in colour(rng, 0, 200)), -1)
            cv2.ellipse(patch, (pw // 2, ph // 2), (pw // 4, ph // 3), 0, 0, 360, skin, -1)
        page[y:y + patch.shape[0], x:x + pw] = patch[:max(0, h - y)]
        tx0, tx1 = (x + pw + margin, w - margin) if x < w / 2 else (margin, x - margin)
    else:
        tx0, tx1 = margin, w - margin
    if rng.random() < 0.9:
        print_lines(rng, page, tx0, tx1, h * 0.2, h * rng.uniform(0.6, 0.95), rng.uniform(7, 15) * w / 420, ink)
    if rng.random() < 0.45:
        rows = rng.integers(2, 4)
        size = w / 44 / 0.75
        cv2.rectangle(page, (0, int(h - (rows + 1) * size * 1.5)), (w, h), tuple(float(v) for v in np.clip(base + 12, 0, 255)), -1)
        for r in range(rows):
            line = "".join(LETTERS[i] if i < 26 else "<" for i in rng.integers(0, 40, 44))
            for c, ch in enumerate(line):
                cv2.putText(page, ch, (int(margin / 2 + c * (w - margin) / 44), int(h - (rows - r - 0.2) * size * 1.5)), cv2.FONT_HERSHEY_SIMPLEX, size / 24, (20, 20, 20), 1, cv2.LINE_AA)
    if rng.random() < 0.2:
        bx, by = rng.uniform(0.1, 0.5) * w, rng.uniform(0.1, 0.6) * h
        x = bx
        while x < bx + 0.4 * w:
            bar = rng.integers(1, 5)
            cv2.rectangle(page, (int(x), int(by)), (int(x + bar), int(by + 0.2 * h)), (10, 10, 10), -1)
            x += bar + rng.integers(1, 5)
    if rng.random() < 0.2:
        barcode_block(rng, page)
    if rng.random() < 0.12:
        y = int(h * rng.uniform(0.03, 0.2))
        cv2.rectangle(page, (0, y), (w, y + int(h * rng.uniform(0.12, 0.22))), tuple(float(v) for v in colour(rng, 0, 50)), -1)
    if rng.random() < 0.15:
        cv2.putText(page, "SPECIMEN", (int(w * 0.15), int(h * 0.6)), cv2.FONT_HERSHEY_SIMPLEX, w / 260, (40, 40, 200), 3, cv2.LINE_AA)
    mask = np.full((h, w), 255, np.uint8)
    if aspect in (1.586, 1.42) and rng.random() < 0.75:
        r = int(w * 0.035)
        mask[:] = 0
        cv2.rectangle(mask, (r, 0), (w - r, h), 255, -1)
        cv2.rectangle(mask, (0, r), (w, h - r), 255, -1)
        for cx, cy in ((r, r), (w - r - 1, r), (r, h - r - 1), (w - r - 1, h - r - 1)):
            cv2.circle(mask, (cx, cy), r, 255, -1)
    return page, mask


def ground(rng, photos, size):
    """A surface, a mess or a free photograph."""
    kind = rng.random()
    if photos and kind < 0.3:
        source = photos[rng.integers(len(photos))]
        side = int(min(source.shape[:2]) * rng.uniform(0.3, 1))
        y = rng.integers(0, source.shape[0] - side + 1)
        x = rng.integers(0, source.shape[1] - side + 1)
        image = cv2.resize(source[y:y + side, x:x + side], (size, size)).astype(np.float32)
        return image[:, ::-1] if rng.random() < 0.5 else image
    a = colour(rng)
    if rng.random() < 0.3:
        a = np.full(3, rng.uniform(180, 255), np.float32)
    b = np.clip(a + rng.normal(0, rng.choice([6, 25, 60]), 3), 0, 255)
    stretch = rng.choice([1, 1, 6, 14])
    t = noise(rng, size, int(size * 1), rng.uniform(2, 60))
    if stretch > 1:
        t = noise(rng, size, max(8, size // stretch), rng.uniform(1.5, 8))
        t = cv2.resize(t, (size, size), interpolation=cv2.INTER_LINEAR)
        if rng.random() < 0.5:
            t = t.T.copy()
    image = a * (1 - t[..., None]) + b.astype(np.float32) * t[..., None]
    if rng.random() < 0.3:
        pitch = rng.uniform(4, 60)
        xx = np.mgrid[0:size, 0:size][rng.integers(2)]
        image = image * (1 - 0.25 * ((xx % pitch) < rng.uniform(1, 4))[..., None])
    if rng.random() < 0.5:
        image = clutter(rng, np.ascontiguousarray(np.clip(image, 0, 255).astype(np.uint8)), photos).astype(np.float32)
    return image


def clutter(rng, image, photos):
    """Things that lie about: boxes, pens, cups, cables, printed paper."""
    size = image.shape[0]
    for _ in range(rng.integers(1, 12)):
        centre = tuple(int(v) for v in rng.uniform(-0.1, 1.1, 2) * size)
        c = tuple(float(v) for v in colour(rng))
        thing = rng.random()
        if thing < 0.35:
            box = cv2.boxPoints((centre, tuple(rng.uniform(0.03, 0.5, 2) * size), rng.uniform(0, 180))).astype(int)
            cv2.fillPoly(image, [box], c, cv2.LINE_AA)
        elif thing < 0.5:
            cv2.ellipse(image, centre, tuple(int(v) for v in rng.uniform(0.03, 0.25, 2) * size), rng.uniform(0, 180), 0, 360, c, -1, cv2.LINE_AA)
        elif thing < 0.8:
            points = (rng.uniform(-0.1, 1.1, (rng.integers(2, 5), 2)) * size).astype(int)
            cv2.polylines(image, [points], False, c, int(rng.integers(1, 10)), cv2.LINE_AA)
        else:
            x, y = centre
            print_lines(rng, image, x, x + 0.5 * size, y, y + 0.3 * size, rng.uniform(4, 12), c)
    return image


def lying_about(rng, image, photos):
    """Other papers and cards: what is asked for is the document on top, so these do not belong to it."""
    size = image.shape[0]
    for _ in range(rng.integers(1, 6)):
        page, page_mask = document(rng, photos)
        if rng.random() < 0.4:
            page = np.full_like(page, rng.integers(0, 256, 3))
        h, w = page.shape[:2]
        scale = rng.uniform(0.25, 1.1) * size / w
        turn = rng.uniform(0, 360)
        warp = cv2.getRotationMatrix2D((w / 2, h / 2), turn, scale)
        warp[:, 2] += rng.uniform(-0.05, 1.05, 2) * size - np.array([w, h]) / 2
        small = cv2.warpAffine(page, warp, (size, size), flags=cv2.INTER_AREA)
        alpha = cv2.warpAffine(page_mask, warp, (size, size)).astype(np.float32)[..., None] / 255
        if rng.random() < 0.6:
            soft = cv2.GaussianBlur(np.roll(alpha[..., 0], rng.integers(-3, 4, 2), (0, 1)), (0, 0), rng.uniform(0.5, 3))
            image = image * (1 - rng.uniform(0.1, 0.5) * soft[..., None])
        image = image * (1 - alpha) + small * alpha
    return image


def alike(rng, image, page):
    """A ground of the colour of the document's own rim: white on white, dark on dark."""
    rim = np.concatenate([page[:4].reshape(-1, 3), page[-4:].reshape(-1, 3), page[:, :4].reshape(-1, 3)]).mean(0)
    size = image.shape[0]
    texture = (noise(rng, size, size, rng.uniform(2, 60)) - 0.5) * rng.uniform(0, 14)
    return np.clip(rim + rng.normal(0, 6, 3), 0, 255) + texture[..., None] * np.ones(3, np.float32)


def light(rng, image):
    """Shadow, vignette, lamp and colour of the light. Also tells the light that reaches each pixel and what reflections add to it."""
    h, w = image.shape[:2]
    field = np.ones((h, w), np.float32)
    if rng.random() < 0.7:
        field *= rng.uniform(0.45, 1.0) + 0.55 * noise(rng, h, w, rng.uniform(0.3, 1.5) * w)
    if rng.random() < 0.35:
        field *= 1 - rng.uniform(0.15, 0.65) * cast_shadow(rng, h, w)
    image = image * field[..., None]
    glare = np.zeros((h, w), np.float32)
    if rng.random() < 0.3:
        for _ in range(rng.integers(1, 4)):
            glare = np.maximum(glare, rng.uniform(90, 260) * reflection(rng, h, w))
        image = image + glare[..., None] * rng.uniform(0.9, 1.1, 3)
    image = image * rng.uniform(0.8, 1.2, 3) * rng.uniform(0.5, 1.15)
    return 255 * (np.clip(image, 0, 255) / 255) ** rng.uniform(0.75, 1.35), field, glare


def cast_shadow(rng, h, w):
    """0..1: the shadow of a hand, a phone or a head: a polygon or an oval with a soft rim."""
    shadow = np.zeros((h, w), np.float32)
    if rng.random() < 0.6:
        points = (rng.uniform(-0.3, 1.3, (4, 2)) * w).astype(np.int32)
        cv2.fillConvexPoly(shadow, cv2.convexHull(points), 1.0)
    else:
        centre = tuple(int(v) for v in rng.uniform(-0.1, 1.1, 2) * w)
        cv2.ellipse(shadow, centre, tuple(int(v) for v in rng.uniform(0.15, 0.5, 2) * w), rng.uniform(0, 180), 0, 360, 1.0, -1)
    return cv2.GaussianBlur(shadow, (0, 0), rng.uniform(0.5, 15))


def reflection(rng, h, w):
    """0..1: a lamp (a spot), a tube or window (a band), on gloss with a soft or a hard rim."""
    centre = rng.uniform(0.1, 0.9, 2) * w
    if rng.random() < 0.5:
        yy, xx = np.mgrid[0:h, 0:w]
        turn = rng.uniform(0, math.pi)
        dx, dy = xx - centre[0], yy - centre[1]
        u, v = dx * math.cos(turn) + dy * math.sin(turn), dy * math.cos(turn) - dx * math.sin(turn)
        a, b = rng.uniform(0.015, 0.12, 2) * w
        return np.exp(-(u / a) ** 2 / 2 - (v / b) ** 2 / 2)
    band = np.zeros((h, w), np.float32)
    size = (rng.uniform(0.02, 0.12) * w, rng.uniform(0.05, 0.5) * w)
    cv2.fillPoly(band, [cv2.boxPoints((tuple(centre), size, rng.uniform(0, 180))).astype(np.int32)], 1.0)
    return cv2.GaussianBlur(band, (0, 0), rng.uniform(0.5, 5))


def fingers(rng, image, quad, size):
    """Fingers that reach in over an edge of the document, in perspective shading and with nails; the document goes on below them."""
    h, w = image.shape[:2]
    covered = np.zeros((h, w), np.float32)
    tone = np.array([110, 150, 205]) * rng.uniform(0.3, 1.2) * rng.uniform(0.9, 1.1, 3)
    thickness = rng.uniform(0.05, 0.13) * np.sqrt(abs(cv2.contourArea(quad.astype(np.float32))))
    for _ in range(rng.integers(1, 5)):
        k = rng.integers(4)
        t = rng.uniform(0.05, 0.95)
        edge = quad[k] * (1 - t) + quad[(k + 1) % 4] * t
        inwards = quad.mean(0) - edge
        inwards = inwards / (np.linalg.norm(inwards) + 1e-6)
        turn = rng.normal(0, 0.4)
        inwards = inwards @ np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
        tip = edge + inwards * thickness * rng.uniform(0.2, 2.5)
        root = edge - inwards * size
        radius = thickness / 2 * rng.uniform(0.85, 1.15)
        yy, xx = np.mgrid[0:h, 0:w]
        along = root - tip
        reach = np.clip(((xx - tip[0]) * along[0] + (yy - tip[1]) * along[1]) / (along @ along), 0, 1)
        off = np.hypot(xx - tip[0] - reach * along[0], yy - tip[1] - reach * along[1]) / (radius * (1 + 0.4 * np.minimum(1, reach * 4)))
        alpha = np.clip((1 - off) * radius, 0, 1)
        shade = 1.08 - 0.35 * np.clip(off, 0, 1) ** 2
        skin = tone[None, None] * shade[..., None] * (1 + 0.08 * (noise(rng, h, w, 6)[..., None] - 0.5))
        if rng.random() < 0.5:
            nail = tip - inwards * radius * 0.7
            near = np.hypot((xx - nail[0]), (yy - nail[1])) < radius * 0.55
            skin = np.where(near[..., None], tone * 1.12 + np.array([12, 8, 10]), skin)
        if rng.random() < 0.5:
            image = image * (1 - 0.4 * cv2.GaussianBlur(alpha.astype(np.float32), (0, 0), 3)[..., None])
        image = image * (1 - alpha[..., None]) + skin * alpha[..., None]
        covered = np.maximum(covered, alpha.astype(np.float32))
    return image, covered


def scene(seed, photos, size=192):
    """
    One picture (size x size x 3, BGR, uint8; grey beyond its frame), its corners (4 x 2) or None, its frame (w, h), and three maps
    (size x size): share of fingers, light that reaches the pixel, levels that a reflection adds.
    """
    rng = np.random.default_rng(seed)
    image = ground(rng, photos, size)
    quad = None
    covered = np.zeros((size, size), np.float32)
    frame = np.array([[1, 1], [1, 0.75], [0.75, 1], [1, 0.5625], [0.5625, 1], [1, 0.6667]][rng.integers(6)], np.float32) * size
    if rng.random() < 0.5:
        image = lying_about(rng, image, photos)
    if rng.random() < 0.85:
        page, page_mask = document(rng, photos)
        h, w = page.shape[:2]
        if rng.random() < 0.15:
            image = alike(rng, image, page)
        if rng.random() < 0.12:
            return finish_scan(rng, page, size)
        fill = rng.uniform(0.28, 1.05)
        if rng.random() < 0.12:
            fill = rng.uniform(1.05, 1.4)
        scale = fill * frame.min() / min(w, h, 0.75 * max(w, h)) * 0.95
        corners = np.array([[-w, -h], [w, -h], [w, h], [-w, h]], np.float32) / 2 * scale
        turn = rng.choice([0, 90, 180, 270], p=[0.6, 0.15, 0.1, 0.15]) + rng.normal(0, rng.choice([2, 10, 30]))
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        corners = corners @ np.array([[c, s], [-s, c]], np.float32)
        corners = corners + rng.normal(0, rng.choice([0.005, 0.03, 0.06]) * size * min(1, fill), (4, 2)).astype(np.float32)
        span = corners.max(0) - corners.min(0)
        room = np.maximum(frame - span, 0) / 2
        corners = corners + frame / 2 + (rng.uniform(-1, 1, 2) * (room + (0.15 * frame.min() if rng.random() < 0.2 else 0))).astype(np.float32)
        source = np.array([[0, 0], [w, 0], [w, h], [0, h]], np.float32)
        warp = cv2.getPerspectiveTransform(source, corners.astype(np.float32))
        # Reduced first, so that fine print does not alias.
        small = cv2.warpPerspective(cv2.GaussianBlur(page, (0, 0), max(0.01, 0.4 / scale)), warp, (size, size), flags=cv2.INTER_LINEAR)
        alpha = cv2.warpPerspective(page_mask, warp, (size, size), flags=cv2.INTER_LINEAR).astype(np.float32)[..., None] / 255
        if rng.random() < 0.6:
            shift = rng.normal(0, 3, 2)
            soft = cv2.GaussianBlur(cv2.warpAffine(alpha[..., 0], np.float32([[1, 0, shift[0]], [0, 1, shift[1]]]), (size, size)), (0, 0), rng.uniform(0.5, 4))
            image = image * (1 - rng.uniform(0.1, 0.6) * soft[..., None])
        image = image * (1 - alpha) + small * alpha
        quad = corners
        if rng.random() < 0.25:
            image, covered = fingers(rng, image, quad, size)
    image, field, glare = light(rng, image)
    image = finish(rng, image)
    image[int(frame[1]):] = 127
    image[:, int(frame[0]):] = 127
    return image, quad, frame, (covered, field, glare)


def finish_scan(rng, page, size):
    """A flat scan that fills the frame, perhaps with a thin white or coloured margin."""
    h, w = page.shape[:2]
    scale = size / max(h, w)
    pw, ph = max(8, int(w * scale)), max(8, int(h * scale))
    image = np.full((size, size, 3), 127.0, np.float32)
    margin = int(rng.uniform(0, 0.06) * size) if rng.random() < 0.6 else 0
    image[:ph, :pw] = np.full(3, 255.0) if rng.random() < 0.7 else colour(rng)
    inner = cv2.resize(page, (max(4, pw - 2 * margin), max(4, ph - 2 * margin)), interpolation=cv2.INTER_AREA)
    inner = inner[:ph - margin, :pw - margin]
    image[margin:margin + inner.shape[0], margin:margin + inner.shape[1]] = inner
    x1, y1 = margin + inner.shape[1], margin + inner.shape[0]
    quad = np.array([[margin, margin], [x1, margin], [x1, y1], [margin, y1]], np.float32)
    image = finish(rng, image)
    image[ph:] = 127
    image[:, pw:] = 127
    nothing = np.zeros((size, size), np.float32)
    return image, quad, np.array([pw, ph], np.float32), (nothing, nothing + 1, nothing)


def finish(rng, image):
    """Focus, grain and compression."""
    if rng.random() < 0.4:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 1.6))
    image = image + rng.normal(0, rng.uniform(0, 7), image.shape)
    image = np.clip(image, 0, 255).astype(np.uint8)
    if rng.random() < 0.4:
        image = cv2.imdecode(cv2.imencode(".jpg", image, [1, int(rng.integers(35, 95))])[1], 1)
    if rng.random() < 0.06:
        image = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    return image
