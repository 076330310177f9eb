"""Makes the shipped clips: a developer's tool that needs espeak-ng, soundfile and pypinyin."""
