"""Notebooks whose cells do what is hard to do alike in a kernel and in a fork.

Each is a list of cells. Several behaviours share one notebook where they do not touch each other,
since a stock run of a notebook takes a second.
"""

from __future__ import annotations

import nbformat
from nbformat import NotebookNode

RAISES = "raises-exception"
KERNEL = {"name": "python3", "language": "python", "display_name": "Python 3 (ipykernel)"}

OUTPUTS = [
    "print('printed')\n'result'",
    "_, Out[1], In[1]",
    "1\n2;",
    "None",
    "from IPython.display import display, HTML, Markdown, JSON, Latex, SVG, Image, clear_output",
    "print('before')\ndisplay(HTML('<b>bold</b>'), Markdown('*a*'), JSON({'a': [1, None]}))\nprint('after')",
    "display({'text/plain': 'plain', 'application/x-own+json': {'deep': [1, {'er': 'x'}]}}, raw=True)",
    "handle = display('first', display_id='one')",
    "handle.update('second')\ndisplay('third', display_id='one')",
    "from IPython.display import update_display\nupdate_display('fourth', display_id='one')",
    "print('lost')\nclear_output()\nprint('kept')",
    "print('lost')\nclear_output(wait=True)\nprint('kept')",
    "import sys\nprint('to stderr', file=sys.stderr)\nprint('to stdout')",
    "print('a', flush=True)\nprint('b', file=sys.stderr, flush=True)\nprint('c', flush=True)",
    "sys.stdout.write('returns its length')",
    "print('ünïcödé \\N{SNOWMAN} \\U0001f600 \\x1b[31mred\\x1b[0m \\r overwritten')",
    "class Rich:\n    def __repr__(self): return 'plain'\n    def _repr_html_(self): return '<i>rich</i>'\n"
    "    def _repr_mimebundle_(self, include=None, exclude=None):\n"
    "        return {'text/markdown': '**bundle**'}, {'text/markdown': {'own': 1}}\nRich()",
    "class Shows:\n    def _ipython_display_(self): print('shown by itself')\nShows()",
    "[Rich(), {'a': Shows}]",
    "from IPython.core.interactiveshell import InteractiveShell\n"
    "InteractiveShell.ast_node_interactivity = 'all'",
    "1\n'two'\n3.0",
    "for number in range(2000):\n    print(number, flush=number % 10 == 0)",
    "for number in range(200):\n    display(number)",
    "print('x' * 5_000_000)",
    "sys.displayhook(7)\nsys.stdout.isatty(), sys.stdout.encoding, sys.stdout.name",
    "float('nan'), {1: 'key'}, b'bytes', {3, 1, 2}",
    "%%capture kept\nprint('captured')\ndisplay(1)",
    "kept.stdout, kept.outputs",
    "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as text:\n    print('aside')\n"
    "text.getvalue()",
]  # fmt: skip

ERRORS = [
    "1 / 0",
    "def outer(depth):\n    if depth:\n        return outer(depth - 1)\n    return {}['key']\nouter(3)",
    "try:\n    int('x')\nexcept ValueError as error:\n    raise RuntimeError('chained') from error",
    "try:\n    int('x')\nexcept ValueError:\n    undefined_name",
    "if True\n    pass",
    "if True:\n  1\n 2",
    "'unterminated",
    "class Odd(Exception):\n    def __str__(self): raise ValueError('no text')\nraise Odd",
    "raise ExceptionGroup('several', [ValueError(1), TypeError('two')])",
    "raise KeyboardInterrupt",
    "raise KeyboardInterrupt('with a word')",
    "import sys\nsys.exit(0)",
    "sys.exit(1)",
    "sys.exit('with a text')",
    "raise SystemExit",
    "def deep(): return deep()\ndeep()",
    "import json\njson.loads('{')",
    "class Bad:\n    def __repr__(self): raise ValueError('no picture')\nBad()",
    "class Worse:\n    def _repr_html_(self): raise ValueError('no html')\n    def __repr__(self): return 'plain'\n"
    "Worse()",
    "exec('1 / 0')",
    "eval('undefined')",
    "exec(compile('def f():\\n    1 / 0', 'made.py', 'exec'))\nf()",
    "assert 1 == 2, 'not equal'",
    "import no_such_module",
    "from IPython.display import display\nprint('before')\ndisplay(1)\nraise ValueError('after output')",
    "%tb",
    "%nosuchmagic",
    "%%nosuchcellmagic\nx",
    "await no_such()",
    "async def fails():\n    raise LookupError('in a coroutine')\nawait fails()",
    "import asyncio\nasyncio.run(fails())",
    "input('question')",
    "import getpass\ngetpass.getpass()",
    "breakpoint()",
    "get_ipython().run_cell('2 / 0')",
    "%xmode Plain",
    "outer(1)",
    "%xmode Verbose",
    "outer(1)",
    "%xmode Minimal",
    "outer(1)",
    "raise StopIteration",
    "def show():\n    import traceback\n    try:\n        outer(0)\n    except KeyError:\n        traceback.print_exc()\n"
    "show()",
    "import threading\nthread = threading.Thread(target=outer, args=(1,), name='own')\nthread.start()\nthread.join()",
    "sys.last_type",
    "print('still alive')",
]  # fmt: skip

COMMANDS = [
    "!echo out; echo err >&2",
    "lines = !printf 'a\\nb\\n'\nlines",
    "!exit 3\n_exit_code",
    "%%bash\necho from bash\necho to stderr >&2",
    "%%bash --out kept\necho kept",
    "kept",
    "%%bash\nexit 4",
    "%%sh\necho sh",
    "%%script python3\nprint('another python')",
    "%%writefile made_here.py\nvalue = 5\nprint(__name__, value)",
    "%run made_here.py",
    "value",
    "import made_here\nmade_here.value",
    "%cat made_here.py",
    "%mkdir -p folder\n%cd folder",
    "import os\nos.path.basename(os.getcwd())",
    "%cd ..",
    "%env OWN=1\nos.environ['OWN'], os.popen('echo $OWN').read()",
    "%who_ls",
    "%history -n 1-3",
    "%%html\n<p>html</p>",
    "%%latex\n$x$",
    "%%javascript\nalert(1)",
    "%lsmagic",
    "%precision 2\n3.14159",
    "%alias_magic t timeit\nget_ipython().find_magic('t') is not None",
    "os?",
    "made_here??",
    "%load_ext autoreload\n%autoreload 0",
    "%config InlineBackend",
    "%colors nocolor",
    "1 / 0",
    "%macro again 1\nagain",
    "%reset -f\ndir()",
]  # fmt: skip

# A stock kernel reads descriptors in threads of its own, and may be late for the end of the cell.
DESCRIPTORS = [
    "import os, subprocess, sys, time",
    "os.write(1, b'raw\\n')\ntime.sleep(0.4)",
    "os.write(2, b'raw error\\n')\ntime.sleep(0.4)",
    "subprocess.run(['echo', 'child'])\ntime.sleep(0.4)",
    "os.system('echo system')\ntime.sleep(0.4)",
    "import ctypes\nlibrary = ctypes.CDLL(None)\nlibrary.puts(b'from C')\nlibrary.fflush(None)\ntime.sleep(0.4)",
    "sys.__stdout__.write('original\\n')\nsys.__stdout__.flush()\ntime.sleep(0.4)",
    "import threading\nthreads = [threading.Thread(target=print, args=(n,)) for n in range(20)]\n"
    "for thread in threads:\n    thread.start()\n    thread.join()",
    "import multiprocessing\nfork = multiprocessing.get_context('fork')\n"
    "child = fork.Process(target=print, args=('from a fork',))\nchild.start()\nchild.join()\ntime.sleep(0.4)",
    "with fork.Pool(2) as pool:\n    print(pool.map(abs, range(-3, 0)))",
    "spawn = multiprocessing.get_context('spawn')\nwith spawn.Pool(1) as pool:\n    print(pool.map(abs, [-1]))",
    "from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor\n"
    "with ThreadPoolExecutor(2) as pool:\n    print(list(pool.map(str, range(3))))",
    "with ProcessPoolExecutor(1, mp_context=fork) as pool:\n    print(pool.submit(abs, -4).result())",
    "if os.fork() == 0:\n    print('child', flush=True)\n    os._exit(0)\nos.wait()[1]",
    "subprocess.run([sys.executable, '-c', 'input()'], stderr=subprocess.PIPE, text=True).stderr[-40:]",
    "subprocess.run('cat', capture_output=True)",
    "sys.stdin.read()",
]  # fmt: skip

ASYNCHRONOUS = [
    "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "async def numbers():\n    for number in range(3):\n        await asyncio.sleep(0.01)\n        yield number\n"
    "[number async for number in numbers()]",
    "seen = []\nasync def background():\n    for number in range(3):\n        await asyncio.sleep(0.02)\n"
    "        seen.append(number)\ntask = asyncio.create_task(background())",
    "await task\nseen",
    "asyncio.get_running_loop() is asyncio.get_event_loop()",
    "async with asyncio.timeout(1):\n    print('inside')",
    "import contextvars\nvariable = contextvars.ContextVar('variable', default='unset')\nvariable.set('set')",
    "variable.get()",
    "process = await asyncio.create_subprocess_exec('echo', 'hi', stdout=asyncio.subprocess.PIPE)\n"
    "(await process.communicate())[0]",
    "await asyncio.to_thread(lambda: 'in a thread')",
    "import decimal\ndecimal.getcontext().prec",
    "decimal.getcontext().prec = 3",
    "decimal.Decimal(1) / 3",
]  # fmt: skip

PICTURES = [
    "import matplotlib\nmatplotlib.is_interactive()",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2, 3])",
    "figure, axes = plt.subplots(figsize=(3, 2))\naxes.bar(['a', 'b'], [1, 2])\nplt.show()\nprint('after')",
    "plt.figure()\nplt.figure()\nplt.plot([1])\n'two figures'",
    "figure",
    "%matplotlib inline",
    "plt.rcParams['figure.figsize'] = (2, 2)\nplt.scatter([1], [1]);",
    "from IPython.display import display\nfigure, axes = plt.subplots()\ndisplay(figure)\nplt.close(figure)",
    "%config InlineBackend.figure_formats = ['retina']\nplt.plot([3, 1]);",
    "matplotlib.get_backend(), matplotlib.is_interactive(), plt.get_fignums()",
    "plt.figure()\nplt.plot([1])\nraise ValueError('with a figure open')",
    "import seaborn\nseaborn.set_theme()\nseaborn.lineplot(x=[1, 2], y=[2, 1]);",
    "{name: value for name, value in matplotlib.rcParams.items() if name.startswith('axes.')}",
]  # fmt: skip

FRAMES = [
    "import pandas as pd\nimport numpy as np\nframe = pd.DataFrame({'a': [1, 2], 'b': ['x', None]})\nframe",
    "frame['a']",
    "display(frame, frame.T)",
    "frame.style.set_uuid('fixed').highlight_max()",
    "print(frame)",
    "frame.info()",
    "pd.set_option('display.max_rows', 3)\npd.DataFrame({'n': range(10)})",
    "frame['missing']",
    "np.arange(20).reshape(4, 5)",
    "np.array([1.0]) / 0",
    "np.geterr(), np.get_printoptions()['precision']",
    "np.random.seed(1)\nnp.random.rand(3)",
]  # fmt: skip

MESSAGES = [
    "import warnings\nwarnings.warn('from the cell')",
    "def old():\n    warnings.warn('old', DeprecationWarning, stacklevel=2)\nold()\nold()",
    "for _ in range(2):\n    warnings.warn('repeated')",
    "warnings.warn('ignored', ResourceWarning)\nwarnings.warn('future', FutureWarning)",
    "import logging\nlogging.warning('by the root logger')",
    "logging.getLogger('own').error('by another')\nlogging.info('too low')",
    "logging.getLogger().handlers, logging.getLogger().level",
    "import pandas.core.common\nwarnings.filterwarnings('error')\nwarnings.warn('now an error')",
    "warnings.resetwarnings()\nwarnings.warn('again')",
    "with warnings.catch_warnings(record=True) as caught:\n    warnings.simplefilter('always')\n"
    "    warnings.warn('caught')\n[str(one.message) for one in caught]",
    "logging.captureWarnings(True)\nwarnings.warn('through logging')",
]  # fmt: skip

FRESH = [
    "sorted(name for name in dir() if not name.startswith('_i'))",
    "import sys, os, signal, threading, builtins, multiprocessing, gc, locale, decimal, logging, atexit",
    "__name__, sys.modules['__main__'].__dict__ is globals(), str(sys.modules['__main__'])",
    "os.path.basename(sys.argv[0]), sys.argv[1], len(sys.argv)",
    "sys.path",
    "sorted(dir(builtins))",
    "{one.name: str(signal.getsignal(one)).split(' at ')[0] for one in signal.Signals}",
    "signal.pthread_sigmask(signal.SIG_BLOCK, [])",
    "own = {'JPY_PARENT_PID'}\n{name: os.environ[name] for name in os.environ if name not in own}",
    "os.environ['JPY_PARENT_PID'] == str(os.getppid())",
    "os.getpgid(0) == os.getpid(), os.getsid(0) == os.getpid(), os.getcwd() == str(_dh[0])",
    "multiprocessing.current_process().name, multiprocessing.parent_process()",
    "threading.current_thread() is threading.main_thread(), threading.current_thread().name",
    "gc.get_threshold(), gc.isenabled(), sys.getrecursionlimit(), sys.getswitchinterval()",
    "locale.setlocale(locale.LC_ALL), str(decimal.getcontext())",
    "logging.getLogger().handlers, logging.getLogger().level, logging.root.manager.disable",
    "ip = get_ipython()\ntype(ip).__name__, ip.user_ns is globals(), ip.execution_count, ip.profile",
    "sorted(ip.config), sorted(ip.config['IPKernelApp']), ip.colors, ip.autoawait",
    "sorted(ip.magics_manager.magics['line']), sorted(ip.magics_manager.magics['cell'])",
    "sorted(ip.extension_manager.loaded), {k: len(v) for k, v in ip.events.callbacks.items()}",
    "type(sys.stdout).__mro__[-4].__name__, type(sys.displayhook).__name__, sys.breakpointhook.__name__",
    "sys.gettrace(), sys.getprofile(), sys.flags, sys.warnoptions",
    "sys.stdin.read(), sys.stdin.fileno()",
    "import faulthandler\nfaulthandler.is_enabled()",
    "from traitlets.config import Application\ntype(Application.instance()).__name__",
    "import matplotlib\nmatplotlib.get_backend(), {k: str(v) for k, v in matplotlib.rcParams.items()}",
    "from tqdm.auto import tqdm\ntqdm.__module__",
    "os.umask(0o22)",
    "try:\n    _input = open('not here')\nexcept OSError as error:\n    print(error)",
]  # fmt: skip

COMMS = [
    "import comm\none = comm.create_comm(target_name='own', data={'a': 1}, comm_id='fixed')",
    "one.send({'b': 2})\none.close()",
    "state = {'_model_name': 'Own', '_model_module': 'own', '_model_module_version': '1', 'value': 3}\n"
    "two = comm.create_comm(target_name='jupyter.widget', comm_id='widget',\n"
    "    data={'state': state, 'buffer_paths': [['raw']]}, buffers=[b'\\x00\\x01'], metadata={'version': '2.1.0'})",
    "two.send({'method': 'update', 'state': {'value': 4}, 'buffer_paths': []})",
    "output = {'_model_name': 'OutputModel', '_model_module': '@jupyter-widgets/output',\n"
    "    '_model_module_version': '1.0.0', 'msg_id': '', 'outputs': []}\n"
    "three = comm.create_comm(target_name='jupyter.widget', comm_id='output',\n"
    "    data={'state': output, 'buffer_paths': []}, metadata={'version': '2.1.0'})",
    "parent = get_ipython().kernel.get_parent()['header']['msg_id']\n"
    "three.send({'method': 'update', 'state': {'msg_id': parent}, 'buffer_paths': []})\n"
    "print('into the widget')\n"
    "three.send({'method': 'update', 'state': {'msg_id': ''}, 'buffer_paths': []})\nprint('into the cell')",
]  # fmt: skip

NOTEBOOKS = {
    "outputs": OUTPUTS,
    "errors": ERRORS,
    "commands": COMMANDS,
    "descriptors": DESCRIPTORS,
    "asynchronous": ASYNCHRONOUS,
    "pictures": PICTURES,
    "frames": FRAMES,
    "messages": MESSAGES,
    "fresh": FRESH,
    "comms": COMMS,
}
# These stop where they fail.
STOPPING = {
    "an error": ["x = 1", "def f():\n    return x / 0\nprint('before')\nf()", "print('never')"],
    "a syntax error": ["(", "print('never')"],
    "exit status 0": ["import sys\nprint('before')\nsys.exit(0)", "print('never')"],
    "exit status 1": ["import sys\nsys.exit(1)", "print('never')"],
    "exit with a text": ["import sys\nsys.exit('text')", "print('never')"],
    "an exit at the end": ["print('before')", "exit()"],
    "an interrupt": ["raise KeyboardInterrupt", "print('never')"],
    "a question": ["input('name?')", "print('never')"],
}
PREPARED = ("pandas", "seaborn", "matplotlib.pyplot")


def notebook(cells: list[str], tags: tuple[str, ...] = ()) -> NotebookNode:
    made = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL})
    for number, source in enumerate(cells, start=1):
        cell = nbformat.v4.new_code_cell(source, id=f"cell-{number}", metadata={"tags": list(tags)})
        made.cells.append(cell)
    return made
