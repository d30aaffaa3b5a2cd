namespace LockGraph.Core;

/// <summary>An acquisition must not go against the declared order, nor beside it in a strict hierarchy.</summary>
internal static class DeclaredOrderRule
{
    public static void Judge(IReadOnlyList<HeldLock> held, Acquisition wanted, DeclaredOrder declared, List<Verdict> verdicts)
    {
        for (int i = held.Count - 1; i >= 0; i--)
        {
            Acquisition outer = held[i].Acquisition;
            if (outer.Class.Name == wanted.Class.Name)
            {
                continue;
            }

            IReadOnlyList<string>? promised = Promise(declared, wanted, outer);
            if (promised is not null)
            {
                verdicts.Add(new Verdict(ViolationKind.DeclaredOrder, held[i], Tell(declared, promised)));
                return;
            }
        }

        for (int i = held.Count - 1; i >= 0; i--)
        {
            Acquisition outer = held[i].Acquisition;
            bool strict = declared.IsStrictPair(outer.Name, wanted.Name) || declared.IsStrictPair(outer.Class.Name, wanted.Class.Name);
            if (strict && outer.Class.Name != wanted.Class.Name && Promise(declared, outer, wanted) is null)
            {
                verdicts.Add(new Verdict(ViolationKind.UndeclaredNesting, held[i]));
                return;
            }
        }
    }

    // A promise about a class binds all its subclasses; one about a subclass binds that one.
    private static IReadOnlyList<string>? Promise(DeclaredOrder declared, Acquisition outer, Acquisition inner) =>
        declared.Path(outer.Name, inner.Name)
        ?? declared.Path(outer.Class.Name, inner.Class.Name)
        ?? declared.Path(outer.Name, inner.Class.Name)
        ?? declared.Path(outer.Class.Name, inner.Name);

    private static string Tell(DeclaredOrder declared, IReadOnlyList<string> promised)
    {
        var places = new List<string>();
        for (int i = 0; i + 1 < promised.Count; i++)
        {
            string? place = declared.PlaceOf(promised[i], promised[i + 1]);
            if (place is not null && !places.Contains(place))
            {
                places.Add(place);
            }
        }

        return string.Join(" > ", promised) + " (" + string.Join("; ", places) + ")";
    }
}
