"""Writes a trained network as the product reads it: batch norms folded into the convolutions, 16-bit floats, a list of shapes.
Reads it back to train it further."""
import json

import numpy as np
import torch
from torch import nn


def layers(module):
    """Convolutions in the order of the forward pass, each with the batch norm that follows it or None."""
    flat = [m for m in module.modules() if isinstance(m, (nn.Conv2d, nn.BatchNorm2d))]
    for i, conv in enumerate(flat):
        if isinstance(conv, nn.Conv2d):
            follows = flat[i + 1] if i + 1 < len(flat) else None
            yield conv, follows if isinstance(follows, nn.BatchNorm2d) else None


def write(model, target):
    """Writes `target`.json (shapes and strides) and `target`.bin (weight, then bias of each layer)."""
    model.eval()
    shapes, values = [], []
    for conv, norm in layers(model):
        weight = conv.weight.detach().numpy()
        bias = conv.bias.detach().numpy() if conv.bias is not None else np.zeros(weight.shape[0], np.float32)
        if norm is not None:
            scale = (norm.weight / torch.sqrt(norm.running_var + norm.eps)).detach().numpy()
            weight = weight * scale[:, None, None, None]
            bias = (bias - norm.running_mean.numpy()) * scale + norm.bias.detach().numpy()
        depthwise = conv.groups > 1
        # From (out, in, height, width) to TensorFlow's (height, width, in, out); depthwise: (height, width, channels, 1).
        weight = weight.transpose(2, 3, 0, 1) if depthwise else weight.transpose(2, 3, 1, 0)
        shapes.append({"shape": list(weight.shape), "stride": conv.stride[0], "depthwise": depthwise})
        values += [weight.ravel(), bias.ravel()]
    np.concatenate(values).astype("<f2").tofile(target + ".bin")
    with open(target + ".json", "w") as out:
        json.dump({"layers": shapes}, out, indent=1)
        out.write("\n")


def read(model, source, batch):
    """Loads what `write` wrote. The batch norms are set so that they change nothing for pictures like those of `batch`."""
    values = np.fromfile(source + ".bin", "<f2").astype(np.float32)
    at = 0
    norms = []
    for conv, norm in layers(model):
        out, inside, height, width = conv.weight.shape
        shape = (height, width, out, inside) if conv.groups > 1 else (height, width, inside, out)
        order = (2, 3, 0, 1) if conv.groups > 1 else (3, 2, 0, 1)
        size = int(np.prod(shape))
        conv.weight.data = torch.from_numpy(values[at:at + size].reshape(shape).transpose(order).copy())
        bias = torch.from_numpy(values[at + size:at + size + out].copy())
        at += size + out
        if norm is None:
            conv.bias.data = bias
        else:
            norms.append((norm, bias))

    def calibrate(norm, bias):
        def hook(_, inputs):
            spread = inputs[0].var((0, 2, 3), unbiased=False)
            mean = inputs[0].mean((0, 2, 3))
            norm.running_mean, norm.running_var = mean.detach(), spread.detach()
            norm.weight.data = torch.sqrt(spread + norm.eps).detach()
            norm.bias.data = (mean + bias).detach()
        return norm.register_forward_pre_hook(hook)

    model.eval()
    hooks = [calibrate(norm, bias) for norm, bias in norms]
    with torch.no_grad():
        model(batch)
    for hook in hooks:
        hook.remove()
    model.train()
