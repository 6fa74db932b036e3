"""From the bytes of a file to its cells. The parsing happens in a process of its own, with limits (`isolation`)."""
