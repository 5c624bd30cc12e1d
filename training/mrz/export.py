"""Writes the trained network as the product reads it.

    python3 export.py mrz-glyphs.pt ../../models/mrz-glyphs
"""
import pathlib
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import network_file
from train import GlyphReader

source, target = sys.argv[1:]
model = GlyphReader()
model.load_state_dict(torch.load(source, map_location="cpu"))
network_file.write(model, target)
