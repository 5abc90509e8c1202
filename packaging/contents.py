"""What the built program leaves out, and why: one list for PyInstaller and for the check of the Windows wheels."""

from __future__ import annotations

LANGUAGES = ("kk", "ru", "en")

# Modules that something imports somewhere, and altdesk never reaches.
NO_MODULES = {
    "tools of development": ("pydoc", "doctest", "unittest", "pytest", "mypy", "babel", "IPython", "setuptools", "pip"),
    "another window toolkit, of Pillow's ImageTk": ("tkinter", "PIL._imagingtk", "PIL.ImageTk"),
    "colours of source code": ("pygments",),
    "numbers for charts: figures are reckoned by hand": ("numpy",),
    "pictures nobody attaches (AVIF alone is 8 MB), Pillow's own letters and colour profiles": (
        "PIL._avif",
        "PIL._webp",
        "PIL._imagingft",
        "PIL._imagingcms",
    ),
    "web pages, XML as objects or events, and calls and guesses that nobody makes": (
        "lxml.html",
        "lxml.objectify",
        "lxml.isoschematron",
        "lxml.sax",
        "xmlrpc",
        "multiprocessing",
        "charset_normalizer",
    ),
    "no network at run time": ("ssl", "_ssl", "PySide6.QtNetwork"),
    "parts of Qt without a window of ours": (
        "PySide6.QtOpenGL",
        "PySide6.QtOpenGLWidgets",
        "PySide6.QtQml",
        "PySide6.QtQuick",
        "PySide6.QtTest",
        "PySide6.QtDesigner",
        "PySide6.QtUiTools",
    ),
    "the desk has its own database": (
        "PySide6.QtSql",
        "sqlalchemy.dialects.mysql",
        "sqlalchemy.dialects.oracle",
        "sqlalchemy.dialects.mssql",
    ),
}

# Parts of paths of files that come along with Qt and Pillow and that no window of ours ever opens.
NO_FILES = {
    "a renderer in software for OpenGL, 20 MB: widgets are drawn without it": ("opengl32sw",),
    "QML and Quick": ("Qt6Quick", "Qt6Qml", "pyside6qml", "plugins/qmltooling"),
    "OpenGL": ("Qt6OpenGL", "plugins/egldeviceintegrations", "plugins/platforms/libqeglfs"),
    # Qt6Network itself stays: Qt6Pdf asks for it
    "no network at run time": ("plugins/tls", "plugins/networkinformation", "plugins/generic"),
    "the keyboard on the screen: Windows brings its own": (
        "Qt6VirtualKeyboard",
        "plugins/platforminputcontexts/libqtvirtualkeyboard",
        "plugins/platforminputcontexts/qtvirtualkeyboard",
    ),
    "another database": ("Qt6Sql", "plugins/sqldrivers"),
    "tools of development": ("Qt6Test", "Qt6Designer", "Qt6UiTools", "plugins/designer"),
    "pictures nobody attaches": tuple(
        f"plugins/imageformats/{prefix}{kind}"
        for prefix in ("q", "libq")
        for kind in ("tiff", "webp", "tga", "icns", "wbmp")
    ),
    "libraries of the kinds of pictures left out": ("pillow.libs/libavif", "pillow.libs/libwebp", "PIL/_avif"),
    "Windows' own, where a stand-in may lie beside Python": ("icuuc.dll", "mscms.dll"),
    "what a packed template was made of": ("docx/templates/default-docx-template",),
    "the translators' side of the translations": ("LC_MESSAGES/altdesk.po",),
    "screens without a desktop": (
        "plugins/platforms/libqlinuxfb",
        "plugins/platforms/libqvkkhrdisplay",
        "plugins/platforms/libqvnc",
        "plugins/platforms/qminimal",
        "plugins/platforms/libqminimal",
        "plugins/platforms/qdirect2d",
    ),
    "the look of other desktops": (
        "plugins/platformthemes/libqgtk3",
        "plugins/wayland-decoration-client",
        "libgtk-3",
        "libgdk-3",
    ),
}

MODULES = [name for names in NO_MODULES.values() for name in names]
_PARTS = [part for parts in NO_FILES.values() for part in parts]


def wanted(path: str) -> bool:
    """Whether a file of the built folder (its path there) is shipped."""
    name = path.replace("\\", "/")
    if "/translations/" in name and name.endswith(".qm"):
        return name.rsplit("/", 1)[1] in {f"qtbase_{language}.qm" for language in LANGUAGES}
    return not any(part in name for part in _PARTS)
