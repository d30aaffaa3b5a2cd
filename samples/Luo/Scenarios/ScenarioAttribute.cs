using System.Reflection;
using Luo.Kernel;
using Luo.Verdicts;

namespace Luo.Scenarios;

/// <summary>Marks a method as a scenario: its number and name, what it runs on, and the verdict that is expected. No verdict: OK.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ScenarioAttribute(int number, string name, Policy policy, Generation generation, params Verdict[] expected) : Attribute
{
    public int Number { get; } = number;

    public string Name { get; } = name;

    public Policy Policy { get; } = policy;

    public Generation Generation { get; } = generation;

    public Verdict[] Expected { get; } = expected;

    /// <summary>Tells apart the variants of one scenario: <c>a</c>, <c>b</c> …</summary>
    public string Variant { get; init; } = string.Empty;

    /// <summary>The validator throws at the guilty acquisition, so that it is never made.</summary>
    public bool BacksOut { get; init; }

    /// <summary>The code that runs has a seeded mistake; its nestings are not those of the kernel.</summary>
    public bool IsMutated { get; init; }

    /// <summary>Judged without any declared order: only what threads did counts.</summary>
    public bool PromisesNothing { get; init; }
}

/// <summary>One scenario, ready to be played.</summary>
internal sealed class Scenario(ScenarioAttribute attribute, Action<Stage> play)
{
    /// <summary>All scenarios, by number and variant.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. from type in typeof(Scenario).Assembly.GetTypes()
           where type.Namespace == typeof(Scenario).Namespace
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           from attribute in method.GetCustomAttributes<ScenarioAttribute>()
           orderby attribute.Number, attribute.Variant
           select new Scenario(attribute, method.CreateDelegate<Action<Stage>>()),
    ];

    /// <summary>Number and variant: <c>6a</c>.</summary>
    public string Key { get; } = attribute.Number.ToString(null, null) + attribute.Variant;

    public int Number { get; } = attribute.Number;

    public string Name { get; } = attribute.Name;

    public Policy Policy { get; } = attribute.Policy;

    public Generation Generation { get; } = attribute.Generation;

    public IReadOnlyList<Verdict> Expected { get; } = attribute.Expected;

    public bool BacksOut { get; } = attribute.BacksOut;

    public bool IsMutated { get; } = attribute.IsMutated;

    public bool PromisesNothing { get; } = attribute.PromisesNothing;

    /// <summary>The same scenario with another expectation: a run that shows what it always did then disagrees.</summary>
    public Scenario WithExpectation(params Verdict[] expected) => new(
        new ScenarioAttribute(attribute.Number, attribute.Name, attribute.Policy, attribute.Generation, expected)
        {
            Variant = attribute.Variant,
            BacksOut = attribute.BacksOut,
            IsMutated = attribute.IsMutated,
            PromisesNothing = attribute.PromisesNothing,
        },
        play);

    /// <summary>Plays the scenario under a validator of its own.</summary>
    public ScenarioResult Play()
    {
        using var stage = new Stage(this);
        return stage.Play(play);
    }

    public override string ToString() => $"{Key} {Name}";
}
