"""What the browser and the fault tests share."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
