namespace VideoPoet.Engines.Tests.Memory;

/// <summary>Who disposes a tensor, and when.</summary>
public sealed class DisposeScopeTests
{
    [Test]
    public void A_scope_disposes_what_was_made_inside()
    {
        Tensor made;
        using (var scope = NewDisposeScope())
        {
            made = ones(2);
            Assert.That(scope.Contains(made), Is.True);
        }

        Assert.That(made.IsInvalid, Is.True);
    }

    [Test]
    public void Tensors_made_outside_are_left_alone()
    {
        using var outside = ones(2);
        using (NewDisposeScope())
            Assert.That(outside.IsInvalid, Is.False);

        Assert.That(outside.IsInvalid, Is.False);
    }

    [Test]
    public void A_detached_tensor_outlives_every_scope()
    {
        Tensor kept;
        using (NewDisposeScope())
        using (NewDisposeScope())
            kept = ones(2).DetachFromDisposeScope();

        Assert.That(kept.IsInvalid, Is.False);
        kept.Dispose();
    }

    [Test]
    public void A_tensor_moves_one_scope_outwards()
    {
        Tensor moved;
        using (NewDisposeScope())
        {
            using (NewDisposeScope())
                moved = ones(2).MoveToOuterDisposeScope();
            Assert.That(moved.IsInvalid, Is.False);
        }

        Assert.That(moved.IsInvalid, Is.True);
    }

    [Test]
    public void A_tensor_moves_to_the_scope_that_it_is_told()
    {
        using var outer = NewDisposeScope();
        using var neighbour = ones(1);
        Tensor toScope, toNeighbour;
        using (NewDisposeScope())
        using (NewDisposeScope())
        {
            toScope = ones(2).MoveToOtherDisposeScope(outer);
            toNeighbour = ones(2).MoveToOtherDisposeScope(neighbour);
        }

        Assert.Multiple(() =>
        {
            Assert.That(toScope.IsInvalid || toNeighbour.IsInvalid, Is.False);
            Assert.That(outer.Contains(toScope) && outer.Contains(toNeighbour), Is.True);
        });
    }

    [Test]
    public void A_detached_tensor_can_be_attached_again()
    {
        Tensor kept;
        using (NewDisposeScope())
            kept = ones(2).DetachFromDisposeScope();
        using (var scope = NewDisposeScope())
            scope.Attach(kept);

        Assert.That(kept.IsInvalid, Is.True);
    }

    [Test]
    public void A_scope_can_be_emptied_but_for_some()
    {
        using var scope = NewDisposeScope();
        var (kept, gone) = (ones(1), ones(2));

        scope.DisposeEverythingBut(kept);

        Assert.Multiple(() =>
        {
            Assert.That(kept.IsInvalid, Is.False);
            Assert.That(gone.IsInvalid, Is.True);
            Assert.That(scope.DisposablesCount, Is.EqualTo(1));
        });
    }

    [Test]
    public void Several_results_leave_a_scope_together()
    {
        using var outer = NewDisposeScope();
        Tensor first, second;
        using (var inner = NewDisposeScope())
            (first, second) = inner.MoveToOuter(ones(1), ones(2));

        Assert.Multiple(() =>
        {
            Assert.That(first.IsInvalid || second.IsInvalid, Is.False);
            Assert.That(outer.DisposablesCount, Is.EqualTo(2));
        });
    }

    [Test]
    public void A_tensor_that_was_disposed_early_leaves_its_scope()
    {
        using var scope = NewDisposeScope();
        ones(2).Dispose();

        Assert.That(scope.DisposablesCount, Is.Zero);
    }

    [Test]
    public void The_innermost_scope_is_the_current_one()
    {
        using var outer = NewDisposeScope();
        using (var inner = NewDisposeScope())
            Assert.That(CurrentDisposeScope, Is.SameAs(inner));

        Assert.That(CurrentDisposeScope, Is.SameAs(outer));
    }

    [Test]
    public void Statistics_count_every_fate()
    {
        var statistics = DisposeScopeManager.Statistics.TensorStatistics;
        statistics.Reset();

        var outside = ones(1);
        using (var scope = NewDisposeScope())
        {
            ones(1).Dispose();
            ones(1).DetachFromDisposeScope().Dispose();
            scope.Attach(outside);
        }

        Assert.Multiple(() =>
        {
            Assert.That(statistics.CreatedOutsideScopeCount, Is.EqualTo(1));
            Assert.That(statistics.CreatedInScopeCount, Is.EqualTo(2));
            Assert.That(statistics.DetachedFromScopeCount, Is.EqualTo(1));
            Assert.That(statistics.AttachedToScopeCount, Is.EqualTo(1));
            Assert.That(statistics.DisposedInScopeCount, Is.EqualTo(2));
            Assert.That(statistics.DisposedOutsideScopeCount, Is.EqualTo(1));
            Assert.That(statistics.ThreadTotalLiveCount, Is.Zero);
        });
    }
}
