"""Import and export of checklists as CSV files or workbooks with XLSForm's columns (docs/forms.md).

Invariant: whole or not at all. Any problem raises TemplateError with all problems found, and no template comes out.
Invariant: bytes in, bytes out; only ``read_catalogue`` touches files.

Start reading at ``form`` (the doors), then ``survey`` (lines become items) and ``check`` (what must hold between them).
``sheets`` holds forms that are being written, ``outline`` moves their lines, ``compare`` says how two differ.
"""

from server.xlsform.form import Imported, read_catalogue, read_csv, read_xlsx
from server.xlsform.problem import Problem

__all__ = ["Imported", "Problem", "read_catalogue", "read_csv", "read_xlsx"]
