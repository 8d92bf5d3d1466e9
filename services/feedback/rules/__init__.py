"""The rules engine of feedback: detectors that point at words, anchors that ask for evidence."""
