"""Trains the network that reads the characters of a machine readable zone from a strip of pixels.

    python3 train.py --minutes 25 --out mrz-glyphs.pt

The seed fixes the strips; the time decides how many are seen.
"""
import argparse
import time

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import render

COLUMN = 4
"""Pixels of a strip per column of the answer: four columns a character."""
BLANK = len(render.ALPHABET)
LONGEST = 44


def block(inputs, outputs, kernel, stride=1, padding=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU6(inplace=True))


class GlyphReader(nn.Module):
    """Strip (1 x 28 x width) in, logits (38 x width / 4) out: 37 characters and the space between two of them."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            block(1, 16, 3, 2), block(16, 32, 3, 2), block(32, 32, 3), block(32, 64, (7, 3), 1, (0, 1)), block(64, 64, (1, 3), 1, (0, 1)))
        self.head = nn.Conv2d(64, BLANK + 1, 1)

    def forward(self, x):
        return self.head(self.body(x))[:, :, 0]


class Strips(torch.utils.data.IterableDataset):
    def __init__(self, first):
        self.first = first

    def __iter__(self):
        cv2.setNumThreads(0)
        fonts = render.load_fonts()
        info = torch.utils.data.get_worker_info()
        step, seed = (info.num_workers, self.first + info.id) if info else (1, self.first)
        while True:
            yield sample(seed, fonts)
            seed += step


def sample(seed, fonts):
    """A strip and the character of each column: the middle half of a character is it, the rest is blank, -1 does not count."""
    cut, characters, centres = render.strip(seed, fonts)
    width = LONGEST * render.PITCH + 2 * render.MARGIN
    x = np.zeros((1, render.HEIGHT, width), np.float32)
    x[0, :, :cut.shape[1]] = render.normalised(cut)
    target = np.full(width // COLUMN, -1, np.int64)
    target[:cut.shape[1] // COLUMN] = BLANK
    middles = (np.arange(len(target)) + 0.5) * COLUMN
    for character, centre in zip(characters, centres):
        off = np.abs(middles - centre)
        target[off < 0.45 * render.PITCH] = -1
        target[off < 0.3 * render.PITCH] = character
    return torch.from_numpy(x), torch.from_numpy(target), torch.from_numpy(np.pad(np.array(characters), (0, LONGEST - len(characters)), constant_values=-1)), torch.from_numpy(np.pad(centres, (0, LONGEST - len(centres))))


def right_lines(logits, characters, centres):
    """How many lines of a batch are right in every character, read at the true centres."""
    best = logits[:, :BLANK].argmax(1)
    columns = (centres / COLUMN).long().clamp(0, best.shape[1] - 1)
    read = best.gather(1, columns)
    return ((read == characters) | (characters < 0)).all(1).sum().item(), ((read == characters) & (characters >= 0)).sum().item() / (characters >= 0).sum().item()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=25)
    options.add_argument("--out", default="mrz-glyphs.pt")
    options.add_argument("--resume")
    options.add_argument("--first-seed", type=int, default=1_000_000)
    options.add_argument("--rate", type=float, default=4e-3)
    options.add_argument("--workers", type=int, default=1)
    args = options.parse_args()
    torch.manual_seed(1)
    model = GlyphReader()
    if args.resume:
        model.load_state_dict(torch.load(args.resume))
    loader = torch.utils.data.DataLoader(Strips(args.first_seed), batch_size=32, num_workers=args.workers, prefetch_factor=4)
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=1e-4)
    started, seen, running, lines, letters = time.time(), 0, None, 0.0, 0.0
    for x, target, characters, centres in loader:
        progress = (time.time() - started) / 60 / args.minutes
        if progress >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1, seen / 3000 + 0.05) * max(0.01, 0.5 * (1 + np.cos(np.pi * progress)))
        optimiser.zero_grad()
        logits = model(x)
        loss = F.cross_entropy(logits, target, ignore_index=-1, label_smoothing=0.02)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        seen += len(x)
        with torch.no_grad():
            right, share = right_lines(logits, characters, centres)
        running = loss.item() if running is None else 0.98 * running + 0.02 * loss.item()
        lines = 0.98 * lines + 0.02 * right / len(x)
        letters = 0.98 * letters + 0.02 * share
        if seen % 6400 == 0:
            print(f"{seen} strips, loss {running:.4f}, characters {letters:.4f}, lines {lines:.3f}, {seen / (time.time() - started):.0f}/s", flush=True)
            torch.save(model.state_dict(), args.out)
    torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
