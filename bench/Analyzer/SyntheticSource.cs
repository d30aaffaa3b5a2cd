using System.Globalization;

namespace LockGraph.Bench.Analyzer;

/// <summary>Code as services are written: of every seven files one locks, the others compute, call each other and now and then the one that locks.</summary>
internal static class SyntheticSource
{
    /// <summary>Lines of one file.</summary>
    public const int Lines = 100;

    /// <summary>The first file of each locks.</summary>
    public const int FilesPerModule = 7;

    /// <summary>The files of a program, module after module.</summary>
    public static IEnumerable<(string Name, string Text)> Files(int count) =>
        Enumerable.Range(0, count).Select(number => ($"Part{number.ToString("d5", CultureInfo.InvariantCulture)}.cs", Text(number)));

    private static string Text(int number)
    {
        int module = number / FilesPerModule, part = number % FilesPerModule;
        string body = part == 0 ? Store() : Service(part);
        string text = $"using System;\nusing System.Collections.Generic;\n\nnamespace Program.Module{module};\n\n{body}";
        return text + string.Concat(Enumerable.Repeat("// \n", Math.Max(0, Lines - text.Count(letter => letter == '\n'))));
    }

    private static string Store() => """
        public sealed class Store
        {
            private readonly object _items = new();
            private readonly object _journal = new();
            private readonly Dictionary<string, int> _values = new();
            private readonly List<string> _lines = new();

            public event Action<string>? Changed;

            public int Count { get { lock (_items) { return _values.Count; } } }

            public void Put(string key, int value)
            {
                lock (_items)
                {
                    _values[key] = value;
                    Note("put " + key);
                }

                Changed?.Invoke(key);
            }

            public bool Remove(string key)
            {
                lock (_items)
                {
                    if (!_values.Remove(key))
                    {
                        return false;
                    }

                    Note("removed " + key);
                    return true;
                }
            }

            public string[] Lines()
            {
                lock (_journal)
                {
                    return _lines.ToArray();
                }
            }

            private void Note(string line)
            {
                lock (_journal)
                {
                    _lines.Add(line);
                }
            }
        }

        """;

    private static string Service(int part) => $$"""
        public interface IPart{{part}}
        {
            int Compute(IReadOnlyList<int> values);

            string Describe(int value);
        }

        public sealed class Part{{part}} : IPart{{part}}
        {
            private readonly Store _store;
            private readonly {{(part == 1 ? "Func<int, int>" : "Part" + (part - 1))}} _inner;
            private int _last;

            public Part{{part}}(Store store, {{(part == 1 ? "Func<int, int>" : "Part" + (part - 1))}} inner)
            {
                _store = store;
                _inner = inner;
            }

            public int Last => _last;

            public int Compute(IReadOnlyList<int> values)
            {
                int sum = 0;
                for (int i = 0; i < values.Count; i++)
                {
                    int value = values[i];
                    if (value < 0)
                    {
                        continue;
                    }

                    sum += value % 2 == 0 ? Half(value) : Triple(value);
                    if (sum > 1_000_000)
                    {
                        sum -= 1_000_000;
                    }
                }

                _last = {{(part == 1 ? "_inner(sum)" : "_inner.Compute(values) + sum")}};
                return _last;
            }

            public string Describe(int value)
            {
                var words = new List<string>();
                foreach (char digit in value.ToString())
                {
                    switch (digit)
                    {
                        case '0': words.Add("zero"); break;
                        case '1': words.Add("one"); break;
                        case '2': words.Add("two"); break;
                        default: words.Add("many"); break;
                    }
                }

                return string.Join(' ', words);
            }

            public void Save(string key)
            {
                try
                {
                    _store.Put(key + Describe(_last), _last);
                }
                catch (ArgumentException exception)
                {
                    throw new InvalidOperationException("not saved: " + key, exception);
                }
            }

            private static int Half(int value) => value / 2;

            private static int Triple(int value)
            {
                checked
                {
                    return value * 3;
                }
            }
        }

        """;
}
