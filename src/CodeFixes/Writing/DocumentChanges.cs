using Microsoft.CodeAnalysis;

namespace LockGraph.CodeFixes;

/// <summary>Collects changes of nodes in several documents, and makes them at once.</summary>
/// <remarks>A change sees its node with the changes below it already made.</remarks>
internal sealed class DocumentChanges(Solution solution)
{
    private readonly Dictionary<SyntaxTree, Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>> _replacements = [];
    private readonly Dictionary<SyntaxTree, List<SyntaxNode>> _removals = [];

    /// <summary>Replaces a node.</summary>
    public void Replace(SyntaxNode node, Func<SyntaxNode, SyntaxNode> change)
    {
        if (!_replacements.TryGetValue(node.SyntaxTree, out Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>? nodes))
        {
            _replacements.Add(node.SyntaxTree, nodes = []);
        }

        nodes[node] = nodes.TryGetValue(node, out Func<SyntaxNode, SyntaxNode>? earlier) ? old => change(earlier(old)) : change;
    }

    /// <summary>Takes a node out.</summary>
    public void Remove(SyntaxNode node)
    {
        if (!_removals.TryGetValue(node.SyntaxTree, out List<SyntaxNode>? nodes))
        {
            _removals.Add(node.SyntaxTree, nodes = []);
        }

        nodes.Add(node);
    }

    /// <summary>The solution with all changes.</summary>
    public async Task<Solution> Apply(CancellationToken cancellation)
    {
        Solution changed = solution;
        foreach (SyntaxTree tree in _replacements.Keys.Concat(_removals.Keys).Distinct().OrderBy(tree => tree.FilePath, StringComparer.Ordinal))
        {
            if (solution.GetDocument(tree) is not { } document)
            {
                continue;
            }

            SyntaxNode root = await tree.GetRootAsync(cancellation).ConfigureAwait(false);
            List<SyntaxNode> removed = _removals.TryGetValue(tree, out List<SyntaxNode>? removals) ? removals : [];
            root = root.TrackNodes(removed.Concat(_replacements.TryGetValue(tree, out Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>? replacements) ? replacements.Keys : []));
            if (replacements is not null)
            {
                Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> current = replacements.ToDictionary(pair => root.GetCurrentNode(pair.Key)!, pair => pair.Value);
                root = root.ReplaceNodes(current.Keys, (old, rewritten) => current[old](rewritten));
            }

            root = root.RemoveNodes(removed.Select(node => root.GetCurrentNode(node)).OfType<SyntaxNode>(), SyntaxRemoveOptions.KeepUnbalancedDirectives) ?? root;
            changed = changed.WithDocumentSyntaxRoot(document.Id, root);
        }

        return changed;
    }
}
