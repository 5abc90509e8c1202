"""Tests of encryption: keys, encrypted files, and how a desk is turned from one into the other."""
