"""Trains the network that tells which pixels of a small picture belong to a document, where its corners are,
and what spoils it: fingers, shade, reflections.

    python3 train.py --photos FOLDER --minutes 25 --out document-mask.pt

FOLDER holds free photographs (grounds and portraits). The seed fixes the pictures; the time decides how many are seen.
"""
import argparse
import pathlib
import sys
import time

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import network_file
import scenes

SIZE = 192
OUT = 96


def separable(inputs, outputs, stride):
    """Depthwise 3 x 3 and pointwise 1 x 1 convolution (MobileNet)."""
    return nn.Sequential(
        nn.Conv2d(inputs, inputs, 3, stride, 1, groups=inputs, bias=False), nn.BatchNorm2d(inputs), nn.ReLU6(inplace=True),
        nn.Conv2d(inputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU6(inplace=True))


class DocumentMask(nn.Module):
    """A small U-Net of separable convolutions: 192 x 192 RGB in, 96 x 96 logits out (document, corner, finger, shade, glare)."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 16, 3, 2, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU6(inplace=True))
        self.down1 = nn.Sequential(separable(16, 32, 2), separable(32, 32, 1))
        self.down2 = nn.Sequential(separable(32, 64, 2), separable(64, 64, 1))
        self.down3 = nn.Sequential(separable(64, 96, 2), separable(96, 96, 1), separable(96, 96, 1))
        self.down4 = nn.Sequential(separable(96, 128, 2), separable(128, 128, 1), separable(128, 128, 1))
        self.side3 = nn.Conv2d(96, 128, 1)
        self.up3 = separable(128, 64, 1)
        self.side2 = nn.Conv2d(64, 64, 1)
        self.up2 = separable(64, 32, 1)
        self.side1 = nn.Conv2d(32, 32, 1)
        self.up1 = separable(32, 16, 1)
        self.side0 = nn.Conv2d(16, 16, 1)
        self.up0 = separable(16, 16, 1)
        self.head = nn.Conv2d(16, 5, 1)

    def forward(self, x):
        x0 = self.stem(x)
        x1 = self.down1(x0)
        x2 = self.down2(x1)
        x3 = self.down3(x2)
        x4 = self.down4(x3)
        up = lambda t: F.interpolate(t, scale_factor=2, mode="nearest")
        y = self.up3(up(x4) + self.side3(x3))
        y = self.up2(up(y) + self.side2(x2))
        y = self.up1(up(y) + self.side1(x1))
        y = self.up0(up(y) + self.side0(x0))
        return self.head(y)


class Scenes(torch.utils.data.IterableDataset):
    def __init__(self, photos, first):
        self.photos, self.first = photos, first

    def __iter__(self):
        cv2.setNumThreads(0)
        info = torch.utils.data.get_worker_info()
        step, seed = (info.num_workers, self.first + info.id) if info else (1, self.first)
        while True:
            yield sample(seed, self.photos)
            seed += step


def sample(seed, photos):
    image, quad, frame, (covered, field, glare) = scenes.scene(seed, photos, SIZE)
    x = torch.from_numpy(image[:, :, ::-1].astype(np.float32).transpose(2, 0, 1) / 127.5 - 1)
    target = np.zeros((5, OUT, OUT), np.float32)
    reduced = lambda values: cv2.resize(values, (OUT, OUT), interpolation=cv2.INTER_AREA)
    if quad is not None:
        ratio = OUT / SIZE
        big = np.zeros((OUT * 4, OUT * 4), np.uint8)
        cv2.fillPoly(big, [np.round(quad * ratio * 4).astype(np.int32)], 255)
        target[0] = reduced(big) / 255.0
        yy, xx = np.mgrid[0:OUT, 0:OUT] + 0.5
        for cx, cy in quad * ratio:
            target[1] = np.maximum(target[1], np.exp(-((xx - cx) ** 2 + (yy - cy) ** 2) / (2 * 1.5 ** 2)))
    weight = np.zeros((5, OUT, OUT), np.float32)
    weight[:, :int(frame[1] * OUT / SIZE), :int(frame[0] * OUT / SIZE)] = 1
    target[2] = reduced(covered)
    # Shade and reflections are asked for on the document only: the rest of the scene may be lit as it likes.
    on_page = weight[3] * (target[0] > 0.5)
    weight[3], weight[4] = on_page, on_page
    light = reduced(field)
    if on_page.any():
        fully_lit = np.percentile(light[on_page > 0], 95)
        target[3] = np.clip((0.78 - light / fully_lit) / 0.16, 0, 1)
    target[4] = np.clip((reduced(glare) - 50) / 80, 0, 1)
    return x, torch.from_numpy(target), torch.from_numpy(weight)


def fault_loss(logits, bce, target, weight):
    """Most cells have no fault: the overlap over the whole batch counts as much as the single cells."""
    p, t = torch.sigmoid(logits) * weight, target * weight
    return 2 * bce.mean() + 0.5 * (1 - (2 * (p * t).sum() + 20) / (p.sum() + t.sum() + 20))


def loss_of(logits, target, weight):
    bce = F.binary_cross_entropy_with_logits(logits, target, reduction="none") * weight
    p = torch.sigmoid(logits[:, :1]) * weight[:, :1]
    t = target[:, :1] * weight[:, :1]
    dice = 1 - (2 * (p * t).sum((1, 2, 3)) + 20) / (p.sum((1, 2, 3)) + t.sum((1, 2, 3)) + 20)
    faults = sum(fault_loss(logits[:, k], bce[:, k], target[:, k], weight[:, k]) for k in (2, 3, 4))
    return bce[:, 0].mean() + 4 * bce[:, 1].mean() + 0.5 * dice.mean() + faults


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--photos", required=True)
    options.add_argument("--minutes", type=float, default=25)
    options.add_argument("--out", default="document-mask.pt")
    options.add_argument("--resume")
    options.add_argument("--start", help="the network to go on from, as export.py wrote it")
    options.add_argument("--first-seed", type=int, default=1_000_000)
    options.add_argument("--rate", type=float, default=4e-3)
    options.add_argument("--workers", type=int, default=1)
    args = options.parse_args()
    torch.manual_seed(1)
    photos = scenes.load_photos(args.photos)
    model = DocumentMask()
    if args.resume:
        model.load_state_dict(torch.load(args.resume))
    if args.start:
        first = [sample(seed, photos)[0] for seed in range(48)]
        network_file.read(model, args.start, torch.stack(first))
    loader = torch.utils.data.DataLoader(Scenes(photos, args.first_seed), batch_size=24, num_workers=args.workers, prefetch_factor=4)
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=1e-4)
    started, seen, running = time.time(), 0, None
    for x, target, weight in loader:
        progress = (time.time() - started) / 60 / args.minutes
        if progress >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1, seen / 2000 + 0.05) * max(0.01, 0.5 * (1 + np.cos(np.pi * progress)))
        optimiser.zero_grad()
        loss = loss_of(model(x), target, weight)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        seen += len(x)
        running = loss.item() if running is None else 0.98 * running + 0.02 * loss.item()
        if seen % 2400 == 0:
            print(f"{seen} pictures, loss {running:.4f}, {seen / (time.time() - started):.0f}/s", flush=True)
            torch.save(model.state_dict(), args.out)
    torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
