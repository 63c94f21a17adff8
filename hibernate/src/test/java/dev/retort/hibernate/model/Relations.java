/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Keys and references to them, in one schema and across two. */
@SuppressWarnings({"NullAway", "UnusedVariable"})
public final class Relations {

    private Relations() {}

    @Entity
    @Table(name = "author")
    @SecondaryTable(name = "author_portrait")
    public static class Author {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "author_ids")
        @SequenceGenerator(name = "author_ids", sequenceName = "author_ids", initialValue = 100, allocationSize = 20)
        Long id;

        @ElementCollection
        @CollectionTable(name = "author_nickname")
        @OrderColumn
        List<String> nicknames;

        @ElementCollection
        @MapKeyColumn(name = "kind", length = 20)
        Map<String, String> links;

        @Column(table = "author_portrait")
        byte[] portrait;

        @OneToMany(mappedBy = "author")
        Set<Book> history;

        @ManyToOne
        Author teacher;
    }

    @Entity
    @Table(name = "book", schema = "library")
    public static class Book {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "author_id", foreignKey = @ForeignKey(name = "fk_book_author"))
        @OnDelete(action = OnDeleteAction.CASCADE)
        Author author;

        @ManyToMany
        @JoinTable(name = "book_shelf", schema = "library")
        Set<Shelf> shelves;

        @OneToOne
        Book sequel;
    }

    @Entity
    @Table(name = "shelf", schema = "library")
    public static class Shelf {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "shelf_ids")
        @TableGenerator(name = "shelf_ids", table = "shelf_id", schema = "library")
        Long id;
    }

    @Embeddable
    public record PlaceId(int row, int seat) {}

    @Entity
    @Table(name = "place")
    public static class Place {
        @EmbeddedId
        PlaceId id;
    }

    @Entity
    @Table(name = "ticket")
    public static class Ticket {
        @Id
        PlaceId id;

        @MapsId
        @OneToOne
        Place place;
    }
}
