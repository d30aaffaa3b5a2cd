using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace LockGraph.CodeFixes;

/// <summary>Turns a private lock into its tracked twin: <see cref="object"/> into <c>TrackedMonitor</c>, <c>System.Threading.Lock</c> into <c>TrackedLock</c>.</summary>
/// <remarks>Offered at the field, where the runtime of LockGraph is referenced and each use of the field has its counterpart.</remarks>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(UseTrackedLockCodeRefactoringProvider))]
[Shared]
public sealed class UseTrackedLockCodeRefactoringProvider : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await LockField.At(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is { } field
            && GateConversion.ToTracked(field) is { } conversion)
        {
            context.RegisterRefactoring(CodeAction.Create(
                Strings.Title("UseTrackedLock", conversion.TypeName), conversion.Apply, nameof(UseTrackedLockCodeRefactoringProvider)));
        }
    }
}
