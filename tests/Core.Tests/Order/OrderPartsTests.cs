using CsCheck;
using QuikGraph;
using QuikGraph.Algorithms;

namespace LockGraph.Core.Tests.Order;

/// <summary>The parts below the graph, at sizes that the model tests do not reach.</summary>
public class OrderPartsTests
{
    [Fact]
    public void RandomEdges_AreRefusedExactlyWhenTheyCloseACycle() =>
        Gen.Select(Gen.Int[0, 149], Gen.Int[0, 149], Gen.Int[0, 40]).Array[0, 400].Sample(
            steps =>
            {
                var order = new IncrementalOrder();
                var oracle = new BidirectionalGraph<int, SEdge<int>>(allowParallelEdges: false);
                for (int i = 0; i < 150; i++)
                {
                    oracle.AddVertex(i % 2 == 0 ? order.AddVertex() : order.AddFirstVertex());
                }

                foreach ((int source, int target, int kind) in steps)
                {
                    if (kind == 0)
                    {
                        oracle.RemoveVertex(source);
                        order.RemoveVertex(source);
                        Assert.Equal(source, target % 2 == 0 ? order.AddVertex() : order.AddFirstVertex());
                        oracle.AddVertex(source);
                    }
                    else if (source != target && !oracle.ContainsEdge(source, target))
                    {
                        oracle.AddEdge(new SEdge<int>(source, target));
                        bool fits = oracle.IsDirectedAcyclicGraph();
                        Assert.Equal(fits, order.Arrange(source, target));
                        if (fits)
                        {
                            order.Append(source, target);
                        }
                        else
                        {
                            oracle.RemoveEdge(new SEdge<int>(source, target));
                        }
                    }

                    if (kind == 1)
                    {
                        order.CloseRanks();
                    }
                }

                order.CheckInvariants();
                Assert.Equal(oracle.EdgeCount, order.EdgeCount);
            },
            iter: 100);

    [Fact]
    public void Index_AnswersAsADictionaryDoes() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], Gen.Bool).Array[0, 300].Sample(
            steps =>
            {
                var index = new EdgeIndex();
                var oracle = new Dictionary<(int, int), int>();
                foreach ((int outer, int inner, bool adds) in steps.Where(step => step.Item1 != step.Item2))
                {
                    Assert.Equal(oracle.GetValueOrDefault((outer, inner), -1), index.Find(outer, inner));
                    bool known = oracle.ContainsKey((outer, inner));
                    int position = oracle.Count;
                    if (!known)
                    {
                        index.Add(outer, inner, position);
                        oracle.Add((outer, inner), position);
                    }
                    else if (adds)
                    {
                        index.Move(outer, inner, position);
                        oracle[(outer, inner)] = position;
                    }
                    else
                    {
                        index.Remove(outer, inner);
                        oracle.Remove((outer, inner));
                    }

                    Assert.Equal(oracle.Count, index.Count);
                    Assert.All(oracle, pair => Assert.Equal(pair.Value, index.Find(pair.Key.Item1, pair.Key.Item2)));
                }
            },
            iter: 200);

    [Fact]
    public void GateSets_IntersectAsSetsDo()
    {
        Gen<long[]> instances = Gen.Long[0, 6].Array[0, 6];
        Gen.Select(instances, instances).Sample(
            (left, right) =>
            {
                GateSet shared = GateSet.Of(left).Intersect(GateSet.Of(right));
                Assert.Equal(left.Intersect(right).Order(), shared.Instances);
                Assert.Equal(shared, GateSet.Of(right).Intersect(GateSet.Of(left)));
                Assert.Equal(shared.GetHashCode(), GateSet.Of(left.Intersect(right)).GetHashCode());
                Assert.Equal(left.ToHashSet().IsSubsetOf(right), GateSet.Of(left).IsSubsetOf(GateSet.Of(right)));
                Assert.Equal(left.ToHashSet().SetEquals(right), GateSet.Of(left).Equals(GateSet.Of(right)));
                Assert.Equal(shared.IsEmpty, ReferenceEquals(shared, GateSet.Empty));
                Assert.All(left, instance => Assert.Equal(right.Contains(instance), GateSet.Of(right).Contains(instance)));
            },
            iter: 2_000);
    }
}
