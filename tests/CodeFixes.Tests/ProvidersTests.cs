using System.Collections;
using System.Globalization;
using System.Reflection;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LockGraph.CodeFixes.Tests;

/// <summary>What editors read from the assembly without running a fix.</summary>
public class ProvidersTests
{
    private static readonly Type[] _fixes = [.. typeof(SwapAcquisitionsCodeFixProvider).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)))];

    public static IEnumerable<object[]> Fixes => _fixes.Select(type => new object[] { type });

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Fix_IsExportedUnderItsName(Type fix)
    {
        ExportCodeFixProviderAttribute export = fix.GetCustomAttribute<ExportCodeFixProviderAttribute>()!;
        Assert.Equal(fix.Name, export.Name);
        Assert.True(fix.IsPublic);
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Fix_IsForRulesThatExist(Type fix)
    {
        var provider = (CodeFixProvider)Activator.CreateInstance(fix)!;
        Assert.NotEmpty(provider.FixableDiagnosticIds);
        Assert.Subset(new HashSet<string>(Descriptors.All.Select(rule => rule.Id)), new HashSet<string>(provider.FixableDiagnosticIds));
        Assert.NotNull(provider.GetFixAllProvider());
    }

    [Fact]
    public void FixAll_IsNotForInversions() => Assert.DoesNotContain(
        _fixes.Select(fix => (CodeFixProvider)Activator.CreateInstance(fix)!),
        fix => fix.GetFixAllProvider()!.GetSupportedFixAllDiagnosticIds(fix).Any(id => id is RuleIds.Inversion or RuleIds.GuardedInversion));

    [Fact]
    public void Titles_AreSingleLines() => Assert.All(
        Strings.Resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>(),
        entry => Assert.DoesNotContain('\n', (string)entry.Value!));
}
