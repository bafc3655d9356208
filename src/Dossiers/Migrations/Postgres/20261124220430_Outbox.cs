using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SolidLoonfiches.Dossiers.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Outbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "wants_digest",
                table: "staff",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "cleared_at",
                table: "messages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dead_at",
                table: "messages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "digest_id",
                table: "messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    dead_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_digests", x => x.id);
                    table.ForeignKey(
                        name: "fk_digests_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_endpoints",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ocmw_kbo = table.Column<string>(type: "character varying(10)", nullable: false),
                    url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    protected_secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    protected_former_secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    former_secret_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_because = table.Column<string>(type: "text", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_endpoints", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_endpoints_ocmws_ocmw_kbo",
                        column: x => x.ocmw_kbo,
                        principalTable: "ocmws",
                        principalColumn: "kbo",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ocmw_kbo = table.Column<string>(type: "text", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    change = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    spread_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_events_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<string>(type: "character varying(36)", nullable: false),
                    endpoint_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    dead_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_deliveries_event_endpoints_endpoint_id",
                        column: x => x.endpoint_id,
                        principalTable: "event_endpoints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_event_deliveries_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_messages_digest_id",
                table: "messages",
                column: "digest_id");

            migrationBuilder.CreateIndex(
                name: "ix_digests_staff_id_month",
                table: "digests",
                columns: new[] { "staff_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_digests_unsent",
                table: "digests",
                column: "next_attempt_at",
                filter: "sent_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_deliveries_event_id_endpoint_id",
                table: "event_deliveries",
                columns: new[] { "event_id", "endpoint_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_deliveries_unsent",
                table: "event_deliveries",
                columns: new[] { "endpoint_id", "next_attempt_at" },
                filter: "sent_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_endpoints_one_of_url",
                table: "event_endpoints",
                columns: new[] { "ocmw_kbo", "url" },
                unique: true,
                filter: "removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_events_dossier_id",
                table: "events",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_events_ocmw_kbo_at",
                table: "events",
                columns: new[] { "ocmw_kbo", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_events_to_spread",
                table: "events",
                column: "at",
                filter: "spread_at IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_messages_digests_digest_id",
                table: "messages",
                column: "digest_id",
                principalTable: "digests",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_messages_digests_digest_id",
                table: "messages");

            migrationBuilder.DropTable(
                name: "digests");

            migrationBuilder.DropTable(
                name: "event_deliveries");

            migrationBuilder.DropTable(
                name: "event_endpoints");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropIndex(
                name: "ix_messages_digest_id",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "wants_digest",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "cleared_at",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "dead_at",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "digest_id",
                table: "messages");
        }
    }
}
